"""Instants and days that are told by how far they are from now, as ISO 8601 durations: "-P2W" is two weeks ago."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from whenever import Instant, ItemizedDateDelta, ItemizedDelta, ZonedDateTime

from ..refusals import Refused
from .reader import Awaiting, Reader

MILLISECOND: Final = "millisecond"


class TooFar(Refused):
    """A duration that leads out of the years 1 to 9999."""

    def __init__(self, duration: str) -> None:
        super().__init__(f"{duration!r} from now is in no year from 1 to 9999: give a shorter duration.")


@dataclass(frozen=True, slots=True)
class InstantFromNow(Awaiting):
    """Years and months lead to the same day of another month, or to its last; days are those of UTC."""

    duration: str

    @classmethod
    def said(cls, duration: str) -> "InstantFromNow":
        """Raises ValueError where the text is no duration."""
        ItemizedDelta.parse_iso(duration)
        return cls(duration)

    def settled(self, reader: Reader) -> int:
        """In milliseconds since 1970."""
        try:
            return now(reader).add(ItemizedDelta.parse_iso(self.duration)).timestamp(unit=MILLISECOND)
        except ValueError:
            raise TooFar(self.duration) from None


@dataclass(frozen=True, slots=True)
class DayFromNow(Awaiting):
    """The same of a day, from the day that it is in UTC."""

    duration: str

    @classmethod
    def said(cls, duration: str) -> "DayFromNow":
        """Raises ValueError where the text is no duration of whole days."""
        ItemizedDateDelta.parse_iso(duration)
        return cls(duration)

    def settled(self, reader: Reader) -> date:
        try:
            return now(reader).date().add(ItemizedDateDelta.parse_iso(self.duration)).to_stdlib()
        except ValueError:
            raise TooFar(self.duration) from None


def now(reader: Reader) -> ZonedDateTime:
    return Instant.from_timestamp(reader.now, unit=MILLISECOND).to_tz("UTC")
