"""Items and what is below them: an item alone, or with sub-items up to six deep; in the order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from .calendar import DAY, END, HOUR, MINUTE, WORK
from .chances import Chance
from .growing import Place, Plot, deepest
from .parents import Parents, Upward
from .seeds import node_id
from .setting import Setting

LAST = END - 2 * DAY
"""No family begins later."""

WITH_SUB_ITEMS = 0.2
IN_ONE_LINE = 0.1
"""How many families with sub-items are one line, as deep as it may be."""

LARGEST = 60
DEEPEST = deepest("WorkItem")


@dataclass(frozen=True)
class Family:
    """An item, first, and those below it; what the first is under."""

    home: Upward | None
    places: list[Place]


@dataclass(frozen=True)
class Families:
    """All of one workspace."""

    plot: Plot
    around: Setting
    parents: Parents

    def members(self, chance: Chance) -> Iterator[tuple[Place, Family]]:
        """Each item with its family, in the order in which they begin; a sub-item begins after one that is above it."""
        waiting: list[tuple[int, str, Place, Family]] = []
        begun, count = 0, self.plot.part.of(self.plot.size.items)
        while begun < count:
            at = WORK + 5 * DAY + int((LAST - WORK - 5 * DAY) * (begun + chance.random()) / count)
            while waiting and waiting[0][0] <= at:
                yield heappop(waiting)[2:]
            family = self.family(chance, at, count - begun)
            for place in family.places:
                heappush(waiting, (place.since, place.id, place, family))
            begun += len(family.places)
        while waiting:
            yield heappop(waiting)[2:]

    def family(self, chance: Chance, at: int, most: int) -> Family:
        """One of at most so many items, which begins at an instant."""
        home = self.parents.home(chance, at)
        space = self.around.space_like(chance, home and home.parent)
        family = Family(home, [item(chance, at, space, 0)])
        if chance.happens(WITH_SUB_ITEMS):
            if chance.happens(IN_ONE_LINE):
                add_line(chance, family, min(most, DEEPEST + 1))
            else:
                add_tree(chance, family, min(most, LARGEST, int(chance.paretovariate(1.3) * 2)))
        return family


def add_line(chance: Chance, family: Family, size: int) -> None:
    """Each below the one before."""
    while len(family.places) < size:
        family.places.append(sub_item(chance, family.places[-1]))


def add_tree(chance: Chance, family: Family, size: int) -> None:
    """Each below any of those before."""
    while len(family.places) < size:
        parent = chance.choice([place for place in family.places if place.level < DEEPEST])
        family.places.append(sub_item(chance, parent))


def sub_item(chance: Chance, parent: Place) -> Place:
    """One that begins some time after what it is part of."""
    later = parent.since + MINUTE + int(chance.expovariate(1 / (3 * DAY)))
    return item(chance, min(later, END - DAY + parent.level * HOUR), parent.space, parent.level + 1)


def item(chance: Chance, since: int, space: str, level: int) -> Place:
    return Place(node_id("WorkItem", since, chance), "WorkItem", space, since, level=level)
