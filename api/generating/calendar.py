"""The three years of the sample, the same whenever it is made up. Instants are milliseconds since 1970."""

from datetime import UTC, date, datetime, timedelta

YEARS = (2024, 2025, 2026)

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def instant(day: date) -> int:
    """The day's first instant, by UTC."""
    return round(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)


def day_of(at: int) -> date:
    return date(1970, 1, 1) + timedelta(days=at // DAY)


BEGIN = instant(date(2023, 12, 1))
"""When the spaces, periods, teams and people are recorded."""

WORK = instant(date(2024, 1, 1))
"""When work begins."""

END = instant(date(2026, 11, 1))
"""When the sample ends: all that is in it was recorded before."""

EVER = END - BEGIN
"""Longer ago than anything."""
