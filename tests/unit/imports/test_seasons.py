"""Seasons, spans of years, and the month that a post speaks of."""

from datetime import date

import pytest

from api.imports.rust_goals.seasons import month_told, season_called, years_of
from graph.records.states import PeriodKind


@pytest.mark.parametrize(
    ("name", "kind", "first", "last"),
    [
        ("2024h2", PeriodKind.HALF, date(2024, 7, 1), date(2024, 12, 31)),
        ("2025h1", PeriodKind.HALF, date(2025, 1, 1), date(2025, 6, 30)),
        ("2026", PeriodKind.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_a_season_has_the_days_that_its_name_says(name: str, kind: PeriodKind, first: date, last: date) -> None:
    season = season_called(name)

    assert season is not None
    assert (season.kind, season.starts_on, season.ends_on) == (kind, first, last)
    assert (season.has(first), season.has(last)) == (True, True)


@pytest.mark.parametrize("name", ["2024h3", "2024-h2", "h2", "20240", "2024h2 ", "", "0000"])
def test_another_name_is_no_season(name: str) -> None:
    assert season_called(name) is None


@pytest.mark.parametrize(
    ("post", "published", "told"),
    [
        ("content/Project-Goals-2025-April-Update.md", date(2025, 5, 26), date(2025, 4, 30)),
        ("content/Project-Goals-Feb-Update/index.md", date(2025, 3, 3), date(2025, 2, 28)),
        ("content/Project-Goals-2024-Feb-Update.md", date(2024, 3, 3), date(2024, 2, 29)),
        # Published in the month after, or on the last day of the month itself.
        ("content/project-goals-nov-update.md", date(2024, 12, 16), date(2024, 11, 30)),
        ("content/project-goals-oct-update.md", date(2024, 10, 31), date(2024, 10, 31)),
        # Published when the year was over.
        ("content/Project-Goals-Dec-Update.md", date(2025, 1, 23), date(2024, 12, 31)),
        # No month's name: part of a word is none.
        ("content/goals-maybe.md", date(2025, 1, 23), None),
    ],
)
def test_a_posts_name_tells_its_month_however_late_it_is_published(
    post: str, published: date, told: date | None
) -> None:
    assert month_told(post, published) == told


@pytest.mark.parametrize(
    ("timespan", "years"),
    [
        ("2026-2027", (date(2026, 1, 1), date(2027, 12, 31))),
        ("2026", (date(2026, 1, 1), date(2026, 12, 31))),
        ("2027-2026", None),
        ("soon", None),
    ],
)
def test_a_time_span_is_of_whole_years(timespan: str, years: tuple[date, date] | None) -> None:
    assert years_of(timespan) == years
