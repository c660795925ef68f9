"""How health is told from a schedule, a report and progress."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from graph.measures.days import beginning, day_at
from graph.measures.health import computed_health, expected_progress, health, reported_health
from graph.measures.works import Schedule
from graph.records.states import ComputedHealth, HealthReport, ReportedHealth

TODAY = date(2026, 4, 11)
SPAN = (date(2026, 4, 1), date(2026, 4, 21))


@pytest.mark.parametrize(
    ("cadence", "age", "told"),
    [
        (None, 28, HealthReport.AT_RISK),
        (None, 29, HealthReport.OUTDATED),
        (7, 14, HealthReport.AT_RISK),
        (7, 15, HealthReport.OUTDATED),
        (7, -1, HealthReport.AT_RISK),  # it speaks of tomorrow
    ],
)
def test_a_report_is_outdated_after_twice_the_cadence(cadence: int | None, age: int, told: HealthReport) -> None:
    report = (TODAY - timedelta(days=age), ReportedHealth.AT_RISK)

    assert reported_health(Schedule(None, cadence, report), TODAY) is told


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 3, 31), None),
        (date(2026, 4, 1), 0),
        (date(2026, 4, 11), Fraction(1, 2)),
        (date(2026, 4, 21), 1),
        (date(2026, 5, 1), 1),
    ],
)
def test_what_is_expected_grows_from_the_first_day_to_the_last(today: date, expected: Fraction | None) -> None:
    assert expected_progress(Schedule(SPAN, None, None), today) == expected


def test_of_a_single_day_all_is_expected_on_that_day() -> None:
    assert expected_progress(Schedule((TODAY, TODAY), None, None), TODAY) == 1


@pytest.mark.parametrize(
    ("progress", "told"),
    [
        (Fraction(45, 100), ComputedHealth.ON_TRACK),
        (Fraction(44999, 100_000), ComputedHealth.AT_RISK),
        (Fraction(35, 100), ComputedHealth.AT_RISK),
        (Fraction(34999, 100_000), ComputedHealth.OFF_TRACK),
        (None, None),
    ],
)
def test_the_classes_begin_at_nine_and_seven_tenths(progress: Fraction | None, told: ComputedHealth | None) -> None:
    assert computed_health(progress, Fraction(1, 2)) is told


def test_nothing_is_computed_while_nothing_is_expected() -> None:
    assert computed_health(Fraction(1, 2), Fraction(0)) is None
    assert computed_health(Fraction(1, 2), None) is None


@pytest.mark.parametrize(
    ("said", "age", "conflict"),
    [
        (ReportedHealth.ON_TRACK, 1, False),
        (ReportedHealth.AT_RISK, 1, True),
        (ReportedHealth.OFF_TRACK, 1, True),
        (ReportedHealth.OFF_TRACK, 99, False),  # too old to say anything
    ],
)
def test_two_classes_that_differ_are_a_conflict(said: ReportedHealth, age: int, conflict: bool) -> None:
    schedule = Schedule(SPAN, None, (TODAY - timedelta(days=age), said))

    assert health(schedule, Fraction(1, 2), TODAY).conflict is conflict


def test_a_day_begins_where_the_workspace_is() -> None:
    late = datetime(2026, 4, 10, 22, 30, tzinfo=UTC)

    assert day_at(round(late.timestamp() * 1000), "Europe/Berlin") == TODAY
    assert day_at(round(late.timestamp() * 1000), "UTC") == date(2026, 4, 10)
    assert beginning(TODAY, "Europe/Berlin") == datetime(2026, 4, 10, 22, tzinfo=UTC)
