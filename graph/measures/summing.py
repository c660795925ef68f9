"""What adds up along the shares: sizes, counts, and what is done of them. Each piece is summed once."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .works import Bunch, Number, Work


@dataclass(frozen=True)
class Amount:
    """What a leaf has of something, and what a bunch of them has."""

    of_leaf: Callable[[Work], int]
    of_bunch: Callable[[Bunch], int]


SIZE = Amount(lambda leaf: leaf.size, lambda bunch: bunch.size)
SIZE_DONE = Amount(lambda leaf: leaf.size * (leaf.progress or 0), lambda bunch: bunch.size * bunch.progress)
COUNT = Amount(lambda leaf: int(leaf.is_counted_leaf), lambda bunch: bunch.count)
COUNT_DONE = Amount(lambda leaf: leaf.progress or 0, lambda bunch: bunch.count * bunch.progress)
"""Sizes are in millionths, and what is done of anything in millionths of that."""


@dataclass
class Sum:
    """An amount of any piece: a leaf's own, else that of all its children, each times its resolved share."""

    amount: Amount
    known: dict[str, Number] = field(default_factory=dict)

    def of(self, work: Work) -> Number:
        if (known := self.known.get(work.id)) is not None:
            return known
        total: Number = self.amount.of_leaf(work) if work.is_leaf else 0
        for bunch in work.bunches:
            total += bunch.share * self.amount.of_bunch(bunch)
        for part in work.parts:
            total += part.share * self.of(part.work)
        self.known[work.id] = total
        return total
