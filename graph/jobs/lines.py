"""What a line of a file states, once it is read."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from ..changes.upserting import StatedChild
from ..refusals import Refused
from ..writing.stated import StatedNode


class BadLine(Refused):
    """A line that states no item."""

    code = "BAD_LINE"


@dataclass(frozen=True)
class Line:
    """A line by its number, from 1, how long it is, and what it states; or why it states nothing."""

    number: int
    bytes: int
    states: StatedNode | StatedChild | BadLine


Read = Callable[[int], AsyncIterator[Line]]
"""The lines of a file after the one with this number, in their order."""
