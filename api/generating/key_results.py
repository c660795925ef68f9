"""Key results: two to four for most objectives, in all directions and units."""

from dataclasses import replace

from graph.loading.lives import Moment
from graph.records.states import StateCategory
from graph.relations import MILLIONTHS

from .calendar import HOUR
from .chances import Chance
from .growing import Growing, Plot
from .setting import Setting
from .ties import Bond, lineage
from .words import NOUNS, labels

UNITS = (("NUMBER", 1, 500), ("PERCENT", 0, 100), ("CURRENCY", 1_000, 90_000), ("BOOLEAN", 0, 1))
"""Each with the least and the most that it may count."""


def key_results(plot: Plot, around: Setting, objectives: Growing) -> Growing:
    """Each is part of its objective and recorded soon after it."""
    growing = Growing(plot, "KeyResult")
    chance = growing.chance
    for objective in objectives.places:
        for _ in range(0 if chance.happens(0.2) else chance.randint(2, 4)):
            since = objective.since + chance.randint(1, 40) * HOUR
            bonds = [Bond("PART_OF", objective.id, lineage(chance))]
            if chance.happens(0.5):
                bonds += around.owners(chance, "LEAD")
            holds = {"title": f"Key result {growing.number}: {chance.choice(NOUNS)}", "labels": labels(chance)}
            state = {"stateCategory": StateCategory.NOT_STARTED.name}
            place = replace(
                objective, id=growing.new_id(since), kind=growing.kind, since=since, level=objective.level + 1
            )
            growing.add(place, [Moment(since, {**holds, **state, **measure(chance)})], bonds)
    return growing


def measure(chance: Chance) -> dict[str, object]:
    """What is measured. Start and target differ; what is to be maintained has bounds instead."""
    unit, least, most = chance.choices(UNITS, (40, 30, 15, 15))[0]
    direction = chance.choices(("INCREASE", "DECREASE", "MAINTAIN"), (60, 25, 15))[0]
    low, high = (count * MILLIONTHS for count in sorted(chance.sample(range(least, most + 1), 2)))
    holds: dict[str, object] = {"direction": direction, "unit": unit}
    if unit == "CURRENCY":
        holds["currency"] = chance.choice(("EUR", "USD"))
    if direction == "MAINTAIN":
        return holds | {"minimumValue": low, "maximumValue": high}
    start, target = (low, high) if direction == "INCREASE" else (high, low)
    return holds | {"startValue": start, "targetValue": target}
