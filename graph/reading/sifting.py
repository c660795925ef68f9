"""A page whose filter or order turns on numbers, as data, and how it is taken from the candidates that all else leaves.

The statement tells the candidates, at most `MOST` of them. When their numbers are known, the page is taken here; what
is told of its nodes is read by a further statement, by their ids.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ..orders import NUMBERS
from ..records.keeping import ArchiveFilter
from ..refusals import Refused
from .conditions import Key
from .keysets import SEPARATOR
from .sources import Slot

if TYPE_CHECKING:
    from ..measures.measure import Measure
    from .rendering import Seal
    from .selection import Page, Value

MOST = 1_000

OPERATORS: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType(
    {
        "below": lambda it, value: it is not None and it < value,
        "notBelow": lambda it, value: it is not None and it >= value,
        "above": lambda it, value: it is not None and it > value,
        "notAbove": lambda it, value: it is not None and it <= value,
        "isNull": lambda it, value: (it is None) is value,
        "eq": lambda it, value: it == value,
        "in": lambda it, value: it in value,
    }
)
"""An operator is one row here, and its name is the one that a client writes. Numbers are of any sort, hence `Any`."""


class TooManyCandidates(Refused):
    """A list that is too long to be filtered or sorted by a number."""

    code = "TOO_MANY_CANDIDATES"

    def __init__(self) -> None:
        super().__init__(
            f"A number filters or sorts a list of at most {MOST:,}, and this one is longer: narrow it by the other"
            " tests of `where`, as `under`, `period` or `status`, or sort it by something that is stored."
        )


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a node: what its record holds under a name, None for the number as it is."""

    measure: "Measure"
    name: str | None

    def of(self, records: Mapping[Any, Mapping[str, Any]], id: str) -> Any:
        """From the records of all measures; None where there is none."""
        record = records[self.measure].get(id)
        return record if record is None or self.name is None else getattr(record, self.name)


@dataclass(frozen=True, slots=True)
class NumberTest:
    """A comparison of a number with a value."""

    of: Number
    operator: str
    value: Slot


@dataclass(frozen=True, slots=True)
class NumberKey:
    """A key of an order. What is unknown comes last in it, in its reverse first."""

    of: Number
    descending: bool = False
    unknown_last: bool = True

    def reversed(self) -> "NumberKey":
        return replace(self, descending=not self.descending, unknown_last=not self.unknown_last)


SiftedBy: TypeAlias = tuple[Key | NumberKey, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """The node, told in a further statement."""

    kinds: tuple[str, ...]
    value: "Value"


@dataclass(frozen=True, slots=True)
class Sifted:
    """A page of what passes some tests of numbers, in an order. The page's own filter and order are of what is stored.

    What is told of the nodes of its rows is told apart.
    """

    page: "Page"
    tests: tuple[NumberTest, ...]
    order: SiftedBy

    @property
    def shown(self) -> ArchiveFilter:
        return self.page.shown

    @property
    def measures(self) -> set["Measure"]:
        sorted_by = {key.of.measure for key in self.order if isinstance(key, NumberKey)}
        return sorted_by | {test.of.measure for test in self.tests}


class Candidate(NamedTuple):
    """A row as the statement tells it: its node, the stored keys of its order, and what is told of it."""

    id: str
    keys: Sequence[Any]
    cells: Sequence[Any]


class Row(NamedTuple):
    """A row of the page. Keys and cells are of any type, hence `Any`."""

    keys: tuple[Any, ...]
    cells: Sequence[Any]


@dataclass(frozen=True)
class Taken:
    """The rows of one page in the order of its list, and what is told of the page itself."""

    rows: Sequence[Row]
    total: int
    goes_on: bool
    came_after: bool
    seal: "Seal"

    def cursor(self, row: Row) -> str:
        return self.seal(SEPARATOR.join(map(as_text, row.keys)))

    def end(self, index: int) -> str | None:
        return self.cursor(self.rows[index]) if self.rows else None


NOTHING = Taken((), 0, goes_on=False, came_after=False, seal=str)
"""What stands there until the numbers are known."""


@dataclass(frozen=True)
class Sieve:
    """Takes the pages of one list of the answer. `after` are the keys of the row to go on from.

    `given` are the statement's parameters, and `records` those of all measures, by the ids of the nodes.
    """

    sifted: Sifted
    given: Mapping[str, Any]
    records: Mapping[Any, Mapping[str, Any]]
    after: Sequence[str] | None
    seal: "Seal"

    def taken(self, candidates: Sequence[Sequence[Any]]) -> Taken:
        page = self.sifted.page
        passed = [Candidate(*each) for each in candidates if self.passes(each[0])]
        rows = [self.row(each) for each in passed]
        for i, key in reversed(list(enumerate(self.sifted.order))):
            rows.sort(key=lambda row: rank(row.keys[i], key), reverse=key.descending)
        if self.start is not None:
            rows = [row for row in rows if self.is_beyond(row.keys, self.start)]
        size: int = self.given[page.limit.name]
        shown = rows[:size]
        shown_so = shown[::-1] if page.backward else shown
        return Taken(shown_so, len(passed), len(rows) > size, self.after is not None, self.seal)

    def passes(self, id: str) -> bool:
        return all(
            OPERATORS[test.operator](test.of.of(self.records, id), self.given[test.value.name])
            for test in self.sifted.tests
        )

    def row(self, candidate: Candidate) -> Row:
        stored = iter(candidate.keys)
        keys = (
            key.of.of(self.records, candidate.id) if isinstance(key, NumberKey) else next(stored)
            for key in self.sifted.order
        )
        return Row(tuple(keys), candidate.cells)

    @cached_property
    def start(self) -> tuple[Any, ...] | None:
        if self.after is None:
            return None
        return tuple(typed(key, text) for key, text in zip(self.sifted.order, self.after, strict=True))

    def is_beyond(self, keys: Sequence[Any], start: Sequence[Any]) -> bool:
        """Whether a row comes after the one that has these keys."""
        for key, own, other in zip(self.sifted.order, keys, start, strict=True):
            if own != other:
                return (rank(own, key) < rank(other, key)) is key.descending
        return False


def rank(value: Any, key: Key | NumberKey) -> tuple[bool, Any]:
    """Where a value stands in an order that rises; what is unknown stands at one of its ends."""
    at_end = isinstance(key, NumberKey) and key.unknown_last is not key.descending
    return (at_end, 0) if value is None else (not at_end, value)


def as_text(key: Any) -> str:
    """Floats as exactly as they are."""
    return "" if key is None else str(key)


def typed(key: Key | NumberKey, text: str) -> Any:
    """A cursor's text as the value that it stands for."""
    if isinstance(key, NumberKey):
        return float(text) if text else None
    return int(text) if key.property in NUMBERS else text
