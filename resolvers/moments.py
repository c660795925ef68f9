"""What a client writes where an instant or a day is compared: the thing itself, or how far it is from now."""

from datetime import date, datetime
from typing import Any

from graphql import GraphQLError

from graph.reading.moments import DayFromNow, InstantFromNow


def instant(said: Any) -> datetime | InstantFromNow:
    """Of what a client sent, hence `Any`."""
    try:
        return InstantFromNow.said(said) if is_duration(said) else datetime.fromisoformat(said)
    except (TypeError, ValueError):
        raise GraphQLError(
            f"{str(said)[:100]!r} is no instant and no ISO 8601 duration:"
            ' write it as "2026-01-31T12:00:00Z", or from now as "-P2W" or "PT36H".'
        ) from None


def day(said: Any) -> date | DayFromNow:
    """Of what a client sent, hence `Any`."""
    try:
        return DayFromNow.said(said) if is_duration(said) else date.fromisoformat(said)
    except (TypeError, ValueError):
        raise GraphQLError(
            f"{str(said)[:100]!r} is no day and no ISO 8601 duration of whole days:"
            ' write it as "2026-01-31", or from today as "P1M" or "-P10D".'
        ) from None


def is_duration(said: Any) -> bool:
    return str(said).lstrip("+-").startswith("P")
