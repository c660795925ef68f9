"""Projects: most of them part of an initiative."""

from .calendar import DAY, END, EVER, WORK, day_of
from .chances import Chance
from .choosing import Choice, choice
from .growing import Growing, Place, Plot
from .serving import Aims
from .setting import Setting
from .statuses import closed_at, lifecycle, moments
from .ties import Bond, lineage
from .words import aim, described

FAVOURED = 0.1
"""How many are under the objective that much of the work is under; the first one is."""

HOUSED = 0.7
SERVING = 0.15
"""How many of those that are part of an initiative serve something else too."""


def projects(plot: Plot, around: Setting, aims: Aims, initiatives: Growing) -> Growing:
    growing = Growing(plot, "Project")
    chance, count = growing.chance, plot.part.of(plot.size.projects, least=8)
    favoured, others = homes(initiatives, chance)
    for number in range(1, count + 1):
        since = WORK + DAY + (END - 30 * DAY - WORK) * (number - 1) // count
        is_favourite = number == 1 or chance.happens(FAVOURED)
        parent, bonds = above(growing, aims, favoured if is_favourite else others, since)
        begins = since + chance.randint(3, 15) * DAY
        ends = begins + chance.randint(60, 360) * DAY
        steps = lifecycle(chance, since, begins, ends)
        space, identifier = around.space_like(chance, parent), growing.new_id(since)
        place = Place(identifier, growing.kind, space, since, closed_at(steps), is_favourite=is_favourite)
        bonds += around.owners(chance, *("LEAD", "CONTRIBUTOR")[: chance.randint(1, 2)])
        if chance.happens(0.3):
            bonds += around.asks(chance)
        holds = described(chance, f"Project {number}: {aim(chance)}")
        holds |= {"startOn": day_of(begins), "startPrecision": "DAY", "targetOn": day_of(ends)}
        holds["targetPrecision"] = chance.choice(("DAY", "MONTH"))
        growing.add(place, moments(holds, steps), bonds)
    return growing


def homes(initiatives: Growing, chance: Chance) -> tuple[Choice, Choice]:
    """The initiatives that projects are part of: those under the objective that much is under, and the others."""
    favoured = [place for place in initiatives.places if place.is_favourite]
    others = [place for place in initiatives.places if not place.is_favourite]
    return choice(favoured, chance, 3.0), choice(others, chance)


def above(growing: Growing, aims: Aims, homes: Choice, since: int) -> tuple[Place | None, list[Bond]]:
    """What it is part of or serves: the first of it, and the edges."""
    chance = growing.chance
    home = homes.pick(chance, since, EVER)
    if home and (home.is_favourite or chance.happens(HOUSED)):
        bonds = [Bond("PART_OF", home.id, lineage(chance), homes.other(since, EVER))]
        served = aims.served(chance, since) if not home.is_favourite and chance.happens(SERVING) else []
        return home, bonds + aims.bonds(chance, since, served)
    served = aims.served(chance, since)
    return next(iter(served), None), aims.bonds(chance, since, served)
