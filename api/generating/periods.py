"""Periods: years, their halves, and the quarters of these."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph.loading.lives import Moment

from .calendar import BEGIN, YEARS, instant
from .growing import Growing, Place, Plot
from .ties import Bond


@dataclass(frozen=True, slots=True)
class Period:
    """A period from its first day until before `next_on`; `longer` is the id of the one that it lies in."""

    id: str
    name: str
    kind: str
    starts_on: date
    next_on: date
    longer: str | None

    @property
    def last_on(self) -> date:
        return self.next_on - timedelta(days=1)

    @property
    def begins(self) -> int:
        return instant(self.starts_on)

    @property
    def ends(self) -> int:
        return instant(self.next_on)


@dataclass(frozen=True)
class Periods:
    """Those that work is planned for, in the order of time, and the nodes of all."""

    years: tuple[Period, ...]
    quarters: tuple[Period, ...]
    growing: Growing

    def year_of(self, at: int) -> Period:
        """The year of an instant; the first one for what is before it."""
        return next((year for year in reversed(self.years) if year.begins <= at), self.years[0])


def periods(plot: Plot) -> Periods:
    growing = Growing(plot, "Period")
    found = [period for year in YEARS for period in year_and_parts(growing, year)]
    for period in found:
        moment = Moment(BEGIN, holds(period))
        bonds = [Bond("WITHIN", period.longer, {})] if period.longer else []
        growing.add(Place(period.id, "Period", plot.id, BEGIN), [moment], bonds)
    return Periods(
        tuple(period for period in found if period.kind == "YEAR"),
        tuple(period for period in found if period.kind == "QUARTER"),
        growing,
    )


def year_and_parts(growing: Growing, year: int) -> Iterator[Period]:
    """A year, its halves and its quarters, each after the longer one that it lies in."""
    whole = Period(growing.new_id(BEGIN), f"{year}", "YEAR", date(year, 1, 1), date(year + 1, 1, 1), None)
    yield whole
    for half in range(2):
        longer = Period(growing.new_id(BEGIN), f"{year}h{half + 1}", "HALF", *months(year, 6 * half, 6), whole.id)
        yield longer
        for quarter in (2 * half, 2 * half + 1):
            days = months(year, 3 * quarter, 3)
            yield Period(growing.new_id(BEGIN), f"{year}q{quarter + 1}", "QUARTER", *days, longer.id)


def months(year: int, first: int, count: int) -> tuple[date, date]:
    """The first day of a span of months, and the first one after it; `first` counts from 0."""
    after = first + count
    return date(year, first + 1, 1), date(year + after // 12, after % 12 + 1, 1)


def holds(period: Period) -> dict[str, object]:
    days = {"startsOn": period.starts_on, "endsOn": period.last_on}
    return {"name": period.name, "periodKind": period.kind, **days}
