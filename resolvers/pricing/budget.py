"""What a caller may still spend."""

from dataclasses import dataclass
from typing import Protocol

from graph.refusals import Refused

MOST = 100_000
"""Points that one request may cost, unless the settings say otherwise."""


@dataclass(frozen=True)
class Spent:
    """A caller's budget after a request: what it holds when full, what remains, and when it is full again.

    `full_at` and `enough_in` in seconds, the one since 1970, the other from now: until this request can be repeated.
    """

    limit: int
    remaining: int
    full_at: int
    granted: bool = True
    enough_in: int = 0


class Budget(Protocol):
    """One caller's. `most` is what a single request may cost."""

    @property
    def most(self) -> int: ...

    async def spend(self, points: int) -> Spent | None:
        """Takes the points, all or none; None where nobody counts."""
        ...


@dataclass(frozen=True)
class Uncounted:
    """A budget that never ends."""

    most: int = MOST

    async def spend(self, points: int) -> Spent | None:
        return None


class RateLimited(Refused):
    """The caller has spent what there is for now."""

    code = "RATE_LIMITED"

    def __init__(self, points: int, spent: Spent) -> None:
        super().__init__(
            f"This costs {points:,} points, and you have {spent.remaining:,} of {spent.limit:,} left for now:"
            f" send it again in {spent.enough_in} s, or ask for less."
        )
