"""Strategies: a few, some of them part of others."""

from .calendar import BEGIN, DAY, WORK
from .growing import Growing, Place, Plot, deepest
from .setting import Setting
from .statuses import ACTIVE, CANCELLED, COMPLETED, PROPOSED, Step, closed_at, moments
from .ties import Bond, lineage
from .words import aim, described

COUNT = 10
WHOLE = 3
"""So many come first, and are part of no other; later every so many are not."""


def strategies(plot: Plot, around: Setting) -> Growing:
    """Some stand alone; others have one or two above them. One in four has been closed."""
    growing = Growing(plot, "Strategy")
    chance = growing.chance
    for number in range(1, plot.part.of(COUNT, least=4) + 1):
        since = BEGIN + number * DAY // 2
        steps = [Step(since, PROPOSED), Step(since + 10 * DAY, ACTIVE)]
        if number % 4 == 0:
            steps.append(Step(WORK + chance.randint(300, 900) * DAY, chance.choice((COMPLETED, CANCELLED))))
        able = growing.places[WHOLE - 1 :] if number % WHOLE else []
        parent = next((place for place in reversed(able) if place.level < deepest(growing.kind)), None)
        bonds = [
            Bond("IN_PERIOD", chance.choice(around.periods.years).id, {}),
            *around.owners(chance, "ACCOUNTABLE"),
            *([Bond("PART_OF", parent.id, lineage(chance))] if parent else []),
        ]
        level = parent.level + 1 if parent else 0
        place = Place(growing.new_id(since), "Strategy", around.space(chance), since, closed_at(steps), level)
        growing.add(place, moments(described(chance, f"Strategy {number}: {aim(chance)}"), steps), bonds)
    return growing
