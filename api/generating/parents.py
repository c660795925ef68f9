"""What an item is part of and what it contributes to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .calendar import DAY, EVER
from .chances import Chance
from .choosing import Choice, Other, choice, one_of
from .growing import Growing, Place, Plot
from .shares import shared
from .ties import Bond, lineage

RECENT = 240 * DAY
"""What an item is under began no longer ago than this."""

FAVOURED = 0.37
"""How much of the largest workspace is under one objective: three tenths of all work."""

ORPHANS = 0.045
IN_PROJECTS = 0.8
SEVERAL = 0.11
"""How many of the items that have a parent have two or three."""


class Upward(NamedTuple):
    """An edge to a parent, and others that it could have led to."""

    relation: str
    parent: Place
    other: Other


@dataclass(frozen=True)
class Parents:
    """What items can be under."""

    projects: Choice
    favoured: Choice
    aims: Choice
    favoured_share: float

    def home(self, chance: Chance, at: int) -> Upward | None:
        """What an item is under that is no sub-item; None for an orphan."""
        if chance.happens(self.favoured_share):
            return upward("PART_OF", self.favoured, chance, at, EVER)
        if chance.happens(ORPHANS / (1 - self.favoured_share)):
            return None
        if chance.happens(IN_PROJECTS):
            return upward("PART_OF", self.projects, chance, at, RECENT)
        return upward("CONTRIBUTES_TO", self.aims, chance, at, RECENT)

    def further(self, chance: Chance, at: int) -> list[Upward]:
        """What an item contributes to besides: one thing or two."""
        kinds = [self.aims if chance.happens(0.7) else self.projects for _ in range(chance.choice((1, 1, 2)))]
        found = [upward("CONTRIBUTES_TO", kind, chance, at, RECENT) for kind in kinds]
        return [one for one in found if one]


def upward(relation: str, among: Choice, chance: Chance, at: int, within: int) -> Upward | None:
    place = among.pick(chance, at, within)
    return Upward(relation, place, among.other(at, within)) if place else None


def parents(plot: Plot, above: Sequence[Growing], projects: Growing) -> Parents:
    """`above` are the kinds above projects that items contribute to."""
    chance = plot.seed.chance("parents")
    aims = [place for growing in above for place in growing.places if not place.is_favourite]
    favoured = [place for place in projects.places if place.is_favourite]
    others = [place for place in projects.places if not place.is_favourite]
    share = FAVOURED if plot.part.is_largest else 0.1
    return Parents(choice(others, chance), choice(favoured, chance), choice(aims, chance), share)


def bonds_upward(chance: Chance, among: Parents, item: Place, first: Upward | None) -> list[Bond]:
    """The edges of lineage of an item whose first parent is given."""
    if first is None:
        return []
    found = {first.parent.id: first}
    if chance.happens(SEVERAL):
        for more in among.further(chance, item.since):
            found.setdefault(more.parent.id, more)
    shares = shared(chance, len(found))
    return [
        Bond(one.relation, one.parent.id, lineage(chance, share), one.other)
        for one, share in zip(found.values(), shares, strict=True)
    ]


def higher_item(chance: Chance, item: Place, family: Sequence[Place]) -> Upward:
    """What a sub-item is part of: an item of its family, one level up."""
    higher = [place for place in family if place.level == item.level - 1 and place.since < item.since]
    return Upward("PART_OF", chance.choice(higher), one_of(higher))
