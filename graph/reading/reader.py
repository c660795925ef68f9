"""For whom a statement runs and when, and the values that wait for that."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..access.rights import Rights


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: of which workspace, behind which borders, by what rights, and when, in milliseconds since 1970."""

    workspace: str
    readable: Sequence[str]
    rights: Rights
    now: int


class Awaiting(ABC):
    """A value that waits for its reader. Equal ones mean the same, whoever reads: cursors are bound to that."""

    @abstractmethod
    def settled(self, reader: Reader) -> Any:
        """The value, of any type that Cypher takes: hence `Any`."""
