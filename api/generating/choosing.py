"""Choices in which few are chosen often and many seldom, among what is there at an instant."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Generic, Protocol, TypeVar


class Begun(Protocol):
    """Whatever is there from an instant on."""

    @property
    def since(self) -> int: ...


T = TypeVar("T", bound=Begun)


@dataclass(frozen=True)
class Choice(Generic[T]):
    """Things in the order in which they begin, with the sum of weights up to each."""

    things: Sequence[T]
    starts: Sequence[int]
    sums: Sequence[float]

    def pick(self, chance: Random, at: int, within: int) -> T | None:
        """One that began before `at`, at most `within` milliseconds ago; None where there is none."""
        low, high = bisect_left(self.starts, at - within), bisect_left(self.starts, at)
        if low >= high:
            return None
        floor = self.sums[low - 1] if low else 0.0
        place = bisect_right(self.sums, floor + chance.random() * (self.sums[high - 1] - floor), low, high - 1)
        return self.things[place]


def choice(things: Iterable[T], chance: Random, steepness: float = 1.3) -> Choice[T]:
    """A choice by a power law: the smaller the steepness (above 0), the more falls to a few."""
    ordered = sorted(things, key=lambda thing: thing.since)
    weights = [min(chance.paretovariate(steepness), 1000.0) for _ in ordered]
    return Choice(ordered, [thing.since for thing in ordered], list(accumulate(weights)))
