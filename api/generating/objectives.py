"""Objectives: one that stays for all three years, a few for a year each, most for a quarter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.loading.lives import Moment

from .calendar import DAY, END, WORK
from .choosing import one_of
from .growing import Growing, Place, Plot
from .periods import Period
from .setting import Setting
from .shares import shared
from .statuses import ACTIVE, PROPOSED, Step, closed_at, lifecycle, moments
from .ties import Bond, lineage
from .words import aim, described

YEARLY = 3
"""How many there are for each year."""


def objectives(plot: Plot, around: Setting, strategies: Growing) -> Growing:
    """All of them, by their quarters: some carry on one of the quarter before, some are part of one for the year."""
    making = Objectives(Growing(plot, "Objective"), around, strategies)
    making.add_favourite()
    tops: Sequence[Place] = ()
    before: Sequence[Place] = ()
    for quarter in around.periods.quarters:
        year = around.periods.year_of(quarter.begins)
        if year.begins == quarter.begins:
            tops = [making.added(year, (), ()) for _ in range(plot.part.of(YEARLY))]
        count = plot.part.of(plot.size.objectives, least=2)
        before = [making.added(quarter, tops, before) for _ in range(count)]
    return making.growing


@dataclass(frozen=True)
class Objectives:
    """The objectives as they are made up."""

    growing: Growing
    around: Setting
    strategies: Growing

    def add_favourite(self) -> None:
        """The one that much of the work is under: planned anew for each year."""
        since = WORK - 14 * DAY
        years = self.around.periods.years
        place = Place(self.growing.new_id(since), "Objective", self.space(), since, is_favourite=True)
        bonds = [Bond("IN_PERIOD", years[-1].id, {}, lambda chance: chance.choice(years).id), *self.serving(since)]
        self.add(place, [Step(since, PROPOSED), Step(WORK, ACTIVE)], {"progressMethod": "CHILDREN_EFFORT"}, bonds)

    def added(self, period: Period, tops: Sequence[Place], before: Sequence[Place]) -> Place:
        """One for a period; it may be part of one of `tops`, and carry on one of `before`."""
        chance = self.growing.chance
        since = period.begins - chance.randint(5 * DAY, 21 * DAY)
        steps = lifecycle(chance, since, period.begins, period.ends)
        able = [place for place in tops if place.since < since]
        is_part = bool(able) and chance.happens(0.35)
        bonds = [Bond("IN_PERIOD", period.id, {})]
        if is_part:
            bonds.append(Bond("PART_OF", chance.choice(able).id, lineage(chance), one_of(able)))
        if chance.happens(0.85):
            bonds += self.serving(since)
        if before and chance.happens(0.3):
            bonds.append(Bond("CONTINUES", chance.choice(before).id, {}))
        identifier = self.growing.new_id(since)
        place = Place(identifier, "Objective", self.space(), since, closed_at(steps), int(is_part))
        self.add(place, steps, self.dates(period) | self.ways(), bonds)
        return place

    def add(self, place: Place, steps: Sequence[Step], more: dict[str, object], bonds: list[Bond]) -> None:
        chance, title = self.growing.chance, f"Objective {self.growing.number}: "
        roles = ("ACCOUNTABLE", "LEAD", "CONTRIBUTOR")[: chance.randint(1, 3)]
        asks = self.around.asks(chance) if chance.happens(0.3) else ()
        told = moments(described(chance, title + aim(chance)) | more, steps)
        self.growing.add(place, list(self.renamed(told, title)), [*bonds, *self.around.owners(chance, *roles), *asks])

    def renamed(self, told: Sequence[Moment], title: str) -> Iterator[Moment]:
        """One in five gets another title at some time after it is planned."""
        chance = self.growing.chance
        for number, moment in enumerate(told):
            yield moment
            following = told[number + 1].at if number + 1 < len(told) else END
            if number == 1 and following - moment.at > DAY and chance.happens(0.2):
                yield Moment(chance.randrange(moment.at + 1, following), {"title": f"{title}{aim(chance)}, as agreed"})

    def serving(self, since: int) -> list[Bond]:
        """The strategies that it serves: one, two or three."""
        chance = self.growing.chance
        able = [place for place in self.strategies.places if place.since < since]
        chosen = chance.sample(able, min(len(able), chance.choice((1, 1, 1, 2, 2, 3))))
        return [
            Bond("CONTRIBUTES_TO", place.id, lineage(chance, share), one_of(able))
            for place, share in zip(chosen, shared(chance, len(chosen)), strict=True)
        ]

    def dates(self, period: Period) -> dict[str, object]:
        precision = "YEAR" if period.kind == "YEAR" else self.growing.chance.choice(("DAY", "MONTH", "QUARTER"))
        start = {"startOn": period.starts_on, "startPrecision": precision}
        return {**start, "targetOn": period.last_on, "targetPrecision": precision}

    def ways(self) -> dict[str, object]:
        """How progress is computed and how often it is reported, where that is not the usual way."""
        chance, ways = self.growing.chance, dict[str, object]()
        if chance.happens(0.25):
            methods = ("MANUAL", "KEY_RESULTS", "CHILDREN_WEIGHTED", "LEAF_COUNT", "NONE")
            ways["progressMethod"] = chance.choice(methods)
        if chance.happens(0.3):
            ways["checkInCadenceDays"] = chance.choice((7, 14, 28))
        return ways

    def space(self) -> str:
        return self.around.space(self.growing.chance)
