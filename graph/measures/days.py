"""Days and instants of a workspace: a day begins when it does in the workspace's time zone."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from ..instants import instant_of


def day_at(milliseconds: int, time_zone: str) -> date:
    """The day that it is in the zone at an instant."""
    return instant_of(milliseconds).astimezone(ZoneInfo(time_zone)).date()


def beginning(day: date, time_zone: str) -> datetime:
    """The instant at which a day begins in the zone."""
    return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(time_zone)).astimezone(UTC)
