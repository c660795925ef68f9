"""Dated check-ins of objectives, key results and projects, as long as these last."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from graph.loading.lives import Life, Moment
from graph.relations import MILLIONTHS

from .calendar import DAY, END, HOUR, day_of
from .chances import Chance
from .growing import Growing, Place, Plot
from .seeds import identity, node_id
from .words import REPORTS

EVERY: Mapping[str, int] = MappingProxyType({"Objective": 21 * DAY, "KeyResult": 14 * DAY, "Project": 30 * DAY})
"""How often, by kind."""

MOST = 9
"""How many one has."""

KEPT = 0.85
"""How many are not forgotten."""


def check_ins(plot: Plot, subjects: Sequence[Growing]) -> Iterator[Life]:
    """All of them, made up as they are asked for, in the order of time."""
    chance = plot.seed.chance("CheckIn")
    dates = sorted(
        (at, place.id, place, life.moments[0].sets)
        for growing in subjects
        for place, life in zip(growing.places, growing.lives, strict=True)
        for at in instants(place, chance)
    )
    for number, (at, _, place, sets) in enumerate(dates, start=1):
        part = min(1.0, (at - place.since) / (MOST * EVERY[place.kind])) * chance.uniform(0.6, 1.2)
        said = {"subject": place.id, "asOf": day_of(at - chance.randint(0, 2) * DAY), **report(chance)}
        moment = Moment(at, said | how_far(chance, part, sets))
        yield Life(node_id("CheckIn", at, chance), "CheckIn", place.space, identity("CheckIn", number), [moment])


def instants(place: Place, chance: Chance) -> Iterator[int]:
    """When one is made: at the end of each span, at some time of the day."""
    every = EVERY[place.kind]
    for turn in range(1, min(MOST, (place.until - place.since) // every) + 1):
        at = place.since + turn * every + chance.randrange(12 * HOUR)
        if at < END and chance.happens(KEPT):
            yield at


def report(chance: Chance) -> dict[str, object]:
    said: dict[str, object] = {}
    if chance.happens(0.9):
        said["health"] = chance.choices(("ON_TRACK", "AT_RISK", "OFF_TRACK"), (60, 25, 15))[0]
    if chance.happens(0.5):
        said["text"] = chance.choice(REPORTS)
    return said


def how_far(chance: Chance, part: float, measured: Mapping[str, object]) -> dict[str, object]:
    """A value for a key result, between its bounds or on its way to the target; else progress, a count, or nothing."""
    if (unit := measured.get("unit")) is not None:
        start = measured.get("startValue", measured.get("minimumValue"))
        target = measured.get("targetValue", measured.get("maximumValue"))
        assert isinstance(start, int)  # every key result has one pair of them
        assert isinstance(target, int)
        value = start + (target - start) * part if unit != "BOOLEAN" else round(part) * MILLIONTHS
        return {"value": round(value / MILLIONTHS) * MILLIONTHS}
    if chance.happens(0.6):
        return {"progress": min(100, round(part * 100)) * MILLIONTHS // 100}
    if chance.happens(0.5):
        return {"numerator": round(part * 10), "denominator": max(10, round(part * 10))}
    return {}
