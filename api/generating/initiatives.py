"""Initiatives, nested up to three deep."""

from collections.abc import Sequence

from .calendar import DAY, END, WORK
from .chances import Chance
from .choosing import one_of
from .growing import Growing, Place, Plot, deepest
from .serving import Aims
from .setting import Setting
from .statuses import Step, closed_at, lifecycle, moments
from .ties import Bond, lineage
from .words import aim, described

FAVOURED = 0.08
FIRST = 2
"""How many are under the objective that much of the work is under, and the first of all are. They are never closed."""

NESTED = 0.45
NEAR = 30
"""How many others may have come between one and what it is part of."""

IDLE = 0.02
"""How many of those that are part of no other serve nothing."""


def initiatives(plot: Plot, around: Setting, aims: Aims) -> Growing:
    growing = Growing(plot, "Initiative")
    chance, count = growing.chance, plot.part.of(plot.size.initiatives, least=6)
    for number in range(1, count + 1):
        since = WORK + (END - 60 * DAY - WORK) * (number - 1) // count
        is_favourite = number <= FIRST or chance.happens(FAVOURED)
        near = [place for place in growing.places[-NEAR:] if place.is_favourite == is_favourite]
        parent, bonds = part_of(chance, near) or serving(chance, aims, since, [aims.favourite] if is_favourite else [])
        steps = planned(chance, since)[: 3 if is_favourite else None]
        level = parent.level + 1 if parent in near else 0
        space, identifier = around.space_like(chance, parent), growing.new_id(since)
        place = Place(identifier, growing.kind, space, since, closed_at(steps), level, is_favourite)
        holds = described(chance, f"Initiative {number}: {aim(chance)}")
        holds["priority"] = chance.choice(("URGENT", "HIGH", "MEDIUM", "LOW"))
        growing.add(place, moments(holds, steps), [*bonds, *beside(growing, around, since)])
    return growing


def part_of(chance: Chance, near: Sequence[Place]) -> tuple[Place, list[Bond]] | None:
    """What it is part of, if it is part of another one, and the edge: the deepest of some, and never deeper before."""
    able = [place for place in near if place.level < deepest("Initiative")]
    if not able or not chance.happens(NESTED):
        return None
    parent = max(chance.choices(able, k=3), key=lambda place: place.level)
    others = [place for place in able if place.level <= parent.level]
    return parent, [Bond("PART_OF", parent.id, lineage(chance), one_of(others))]


def serving(chance: Chance, aims: Aims, since: int, given: list[Place]) -> tuple[Place | None, list[Bond]]:
    """What it serves, if nothing is given: the first of it, and the edges."""
    served = given or ([] if chance.happens(IDLE) else aims.served(chance, since))
    return next(iter(served), None), aims.bonds(chance, since, served)


def planned(chance: Chance, since: int) -> list[Step]:
    begins = since + chance.randint(5, 20) * DAY
    return lifecycle(chance, since, begins, begins + chance.randint(120, 500) * DAY)


def beside(growing: Growing, around: Setting, since: int) -> list[Bond]:
    """Owners, teams that are asked, and for half of them the year."""
    chance = growing.chance
    bonds = [*around.owners(chance, *("LEAD", "ACCOUNTABLE")[: chance.randint(1, 2)])]
    if chance.happens(0.3):
        bonds += around.asks(chance)
    if chance.happens(0.5):
        bonds.append(Bond("IN_PERIOD", around.periods.year_of(since).id, {}))
    return bonds
