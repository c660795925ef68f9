"""Instants: milliseconds since 1970 in the store, text in UTC in answers."""

from datetime import UTC, datetime


def instant_of(milliseconds: int) -> datetime:
    """The instant that the store holds so."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC)


def text_of(at: datetime) -> str:
    """An instant as answers have it: in UTC, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
