"""Choices in which few are chosen often and many seldom, among what is there at an instant."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from .chances import Chance
from .growing import Place

Other = Callable[[Chance], str | None]
"""The id of something that could have been chosen as well; None where there is nothing."""

HEAVIEST = 1_000.0
"""How often the first choice can be chosen for the last one."""


@dataclass(frozen=True)
class Choice:
    """Places in the order in which they begin, with the sum of weights up to each."""

    places: Sequence[Place]
    starts: Sequence[int]
    sums: Sequence[float]

    def pick(self, chance: Chance, at: int, within: int) -> Place | None:
        """One that began before `at`, at most `within` milliseconds ago; None where there is none."""
        low, high = bisect_left(self.starts, at - within), bisect_left(self.starts, at)
        if low == high:
            return None
        floor = self.sums[low - 1] if low else 0.0
        point = floor + chance.random() * (self.sums[high - 1] - floor)
        return self.places[bisect_right(self.sums, point, low, high - 1)]

    def other(self, at: int, within: int) -> Other:
        """Picks again, in the same way."""

        def pick(chance: Chance) -> str | None:
            place = self.pick(chance, at, within)
            return place.id if place else None

        return pick


def choice(places: Iterable[Place], chance: Chance, steepness: float = 1.3) -> Choice:
    """A choice by a power law: the smaller the steepness (above 0), the more falls to a few."""
    ordered = sorted(places, key=lambda place: place.since)
    weights = accumulate(min(chance.paretovariate(steepness), HEAVIEST) for _ in ordered)
    return Choice(ordered, [place.since for place in ordered], list(weights))


def one_of(places: Sequence[Place]) -> Other:
    """Any of these, one as often as another."""
    return lambda chance: chance.choice(places).id if places else None
