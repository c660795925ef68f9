"""The seasons that goals are set for, and the month that a post speaks of."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from graph.records.states import PeriodKind

SEASON = re.compile(r"(20\d\d)(?:h([12]))?")
SPAN = re.compile(r"(20\d\d)(?:-(20\d\d))?")
MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTH = re.compile(rf"(?<![a-z])({'|'.join(f'{month}|{month[:3]}' for month in MONTHS)})(?![a-z])")
YEAR = re.compile(r"20\d\d")


@dataclass(frozen=True)
class Season:
    """A half year, as 2024h2, or a whole one, as 2026."""

    name: str
    kind: PeriodKind
    starts_on: date
    ends_on: date

    @property
    def year(self) -> str:
        return str(self.starts_on.year)

    def has(self, day: date) -> bool:
        return self.starts_on <= day <= self.ends_on


def season_called(name: str) -> Season | None:
    """The season of that name; None where it is the name of none."""
    named = SEASON.fullmatch(name)
    if named is None:
        return None
    year, half = int(named[1]), named[2]
    if half is None:
        return Season(name, PeriodKind.YEAR, date(year, 1, 1), date(year, 12, 31))
    if half == "1":
        return Season(name, PeriodKind.HALF, date(year, 1, 1), date(year, 6, 30))
    return Season(name, PeriodKind.HALF, date(year, 7, 1), date(year, 12, 31))


def years_of(timespan: str) -> tuple[date, date] | None:
    """The first and the last day of a span of whole years, as 2026-2027 or 2026; None where it is no such span."""
    named = SPAN.fullmatch(timespan.strip())
    if named is None:
        return None
    first, last = int(named[1]), int(named[2] or named[1])
    return (date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def month_told(post: str, published: date) -> date | None:
    """The last day of the month that a post's name speaks of; None where it names no month.

    The name may leave out the year. It is then the latest such month that had begun when the post was
    published: the post of December comes out in January.
    """
    months, years = MONTH.findall(post.lower()), YEAR.findall(post)
    if not months:
        return None
    month = 1 + [name[:3] for name in MONTHS].index(months[-1][:3])
    year = int(years[-1]) if years else published.year - (month > published.month)
    return date(year, month, calendar.monthrange(year, month)[1])
