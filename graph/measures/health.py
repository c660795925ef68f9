"""Health: how work goes as its latest check-in says, and as progress beside the time that has passed says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from ..database import Reads
from ..reading.reader import Reader
from ..records.numbers import Health
from ..records.states import ComputedHealth, HealthReport
from .days import day_at
from .gathering import gathered
from .progressing import Progressing
from .works import Schedule

USUAL_CADENCE = 14
"""Days between two check-ins, where nothing else was said."""

ON_TRACK, AT_RISK = Fraction(9, 10), Fraction(7, 10)
"""From which part of the expected progress on."""


@dataclass(frozen=True)
class HealthOf:
    """Health of any work."""

    async def of(self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, Health]:
        works = await gathered(graph, reader, ids, timeout)
        progressing, today = Progressing(works), day_at(reader.now, works.time_zone)
        return {
            id_: health(schedule, progressing.of(works.by_id[id_]).value, today)
            for id_, schedule in works.schedules.items()
        }


def health(schedule: Schedule, progress: Fraction | None, today: date) -> Health:
    expected = expected_progress(schedule, today)
    reported, computed = reported_health(schedule, today), computed_health(progress, expected)
    return Health(
        reported=reported,
        computed=computed,
        expected_progress=None if expected is None else float(expected),
        conflict=computed is not None
        and reported.name in ComputedHealth.__members__
        and reported.name != computed.name,
    )


def reported_health(schedule: Schedule, today: date) -> HealthReport:
    """What the latest check-in says, unless it is older than twice the cadence."""
    if schedule.report is None:
        return HealthReport.NO_UPDATE
    day, said = schedule.report
    if (today - day).days > 2 * (schedule.cadence or USUAL_CADENCE):
        return HealthReport.OUTDATED
    return HealthReport[said.name]


def expected_progress(schedule: Schedule, today: date) -> Fraction | None:
    """The days that have passed since the first, of those up to the last; None without days or before the first."""
    if schedule.span is None or today < schedule.span[0]:
        return None
    first, last = schedule.span
    return Fraction(1) if today >= last else Fraction((today - first).days, (last - first).days)


def computed_health(progress: Fraction | None, expected: Fraction | None) -> ComputedHealth | None:
    """None where progress is not known, or nothing is expected yet."""
    if progress is None or not expected:
        return None
    ratio = progress / expected
    if ratio >= ON_TRACK:
        return ComputedHealth.ON_TRACK
    return ComputedHealth.AT_RISK if ratio >= AT_RISK else ComputedHealth.OFF_TRACK
