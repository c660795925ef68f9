"""The public sorts: one row each. Each has an index behind it, made from the same row."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from .kinds import KINDS, Kind
from .records.words import Described


class WorkSort(Described):
    """By what work can be sorted. The value is the property; it is never null."""

    CREATED_AT = "createdAt", "When it was first recorded."
    UPDATED_AT = "updatedAt", "When it was last changed."
    TITLE = "title", "The title, by code point."
    PROGRESS = "progress", "How far it is; what is unknown comes last. For lists of at most 1,000."
    EFFORT = "effort", "How much work stands behind it, by estimates. For lists of at most 1,000."


class LineageSort(Described):
    """By what ancestors and descendants can be sorted."""

    DISTANCE = "distance", "How many steps away, by the shortest path."
    CREATED_AT = "createdAt", "When it was first recorded."
    UPDATED_AT = "updatedAt", "When it was last changed."
    TITLE = "title", "The title, by code point."
    PROGRESS = "progress", "How far it is; what is unknown comes last. For lists of at most 1,000."
    EFFORT = "effort", "How much work stands behind it, by estimates. For lists of at most 1,000."


class NamedSort(Described):
    """By what people, teams and spaces can be sorted."""

    NAME = "name", "The name, by code point."
    CREATED_AT = "createdAt", "When it was first recorded."


class PeriodSort(Described):
    """By what periods can be sorted."""

    STARTS_ON = "startsOn", "Its first day."
    ENDS_ON = "endsOn", "Its last day."
    NAME = "name", "The name, by code point."
    CREATED_AT = "createdAt", "When it was first recorded."


class CheckInSort(Described):
    """By what check-ins can be sorted."""

    AS_OF = "asOf", "The day that it speaks of."
    CREATED_AT = "createdAt", "When it was first recorded."


class ContributionSort(Described):
    """By what the contributions to a number can be sorted. The value is the field of the record."""

    CONTRIBUTION = "contribution", "What it adds."
    SHARE = "share", "The resolved share of it that counts."
    WEIGHT = "weight", "How much it counts in the parent's progress."
    SIZE = "size", "Its size."
    PROGRESS = "progress", "Its own progress."


class TimeSort(Described):
    """By what time entries can be sorted."""

    DAY = "day", "The day on which it was worked."
    CREATED_AT = "createdAt", "When it was first recorded."


class RateSort(Described):
    """By what rates can be sorted."""

    STARTS_ON = "startsOn", "The first day on which it holds."
    CREATED_AT = "createdAt", "When it was first recorded."


COMPUTED = frozenset({"progress", "effort"})
"""Sort keys that no node stores, so that there is no index for them."""

NUMBERS = frozenset({"distance", "createdAt", "updatedAt"})
"""Sort keys that are whole numbers: steps, and milliseconds since 1970. A cursor carries them as text."""

FRACTIONS = frozenset({"score"})
"""Sort keys that are numbers of any sort."""

DATES = frozenset({"asOf", "startsOn", "endsOn", "day"})
"""Sort keys that are days."""


SORTS: Mapping[str, type[Described]] = MappingProxyType(
    {"CheckIn": CheckInSort, "Period": PeriodSort, "TimeEntry": TimeSort, "CostRate": RateSort}
)
"""The sorts of kinds that have their own, beside those of all work and of all that has a name."""


def sorts_of(kind: Kind) -> type[Described]:
    """By what a list of this kind can be sorted."""
    if kind.rank is not None:
        return WorkSort
    return SORTS.get(kind.name, NamedSort)


def index_statements() -> Iterator[str]:
    """One index (space, key, id) for each sort of each kind: any page is then a short seek per space."""
    for kind in KINDS:
        for sort in (each for each in sorts_of(kind) if each.value not in COMPUTED):
            name = f"{kind.name}_by_{sort.value}"
            keys = f"n.space, n.{sort.value}, n.id"
            yield f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{kind.name}) ON ({keys})"
