"""A plan: the statement of a selection, and all that is needed to run it and to write its answer out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..records.keeping import ArchiveFilter
from . import keysets, telling
from .batching import Batch
from .borders import behind
from .conditions import AllOf, Order
from .cursors import Cursors
from .live import Live
from .places import Place
from .predicates import predicate
from .reader import Awaiting, Reader
from .rendering import Render, Seal, made
from .selection import Page
from .sifting import Sifted
from .sources import Matching
from .telling import Tell

if TYPE_CHECKING:
    from ..measures.measure import Measure

SLOT = re.compile(r"\$(\w+)")
WRITES = re.compile(
    r"(?<![.:|`$\w])(CREATE|INSERT|MERGE|SET|DELETE|REMOVE|FOREACH|LOAD|DROP|ALTER|GRANT)\b(?!\s*:)", re.IGNORECASE
)
"""Clauses that write. What follows a dot, a colon, a bar or a dollar is a name, and so is what a colon follows."""

CALLS = re.compile(r"\bCALL\s+(?!\(|db\.index\.fulltext\.queryNodes\()", re.IGNORECASE)
"""Procedures, but for the one that searches: they may do anything."""

TEXT = re.compile(r"'[^']*'")


@dataclass(frozen=True)
class Listing:
    """What a page's cursors depend on: its order, its filter, and the filter's values."""

    order: Order
    after: str | None
    purpose: str
    values: tuple[str, ...]

    @classmethod
    def of(cls, page: Page) -> "Listing":
        """A page read backwards takes the cursors of the same list read forwards."""
        order = tuple(key.reversed() for key in page.order) if page.backward else page.order
        tested = "" if page.filter == AllOf() else predicate(page.filter, Live(), Place(0))
        purpose = f"{page.kinds} {page.source} {order} {page.shown.name} {SLOT.sub('?', tested)}"
        searched = (page.source.words.name,) if isinstance(page.source, Matching) else ()
        values = searched + tuple(name for name in SLOT.findall(tested) if name != "reader")
        return cls(page.order, page.after.name if page.after else None, purpose, values)

    @classmethod
    def of_sifted(cls, sifted: Sifted) -> "Listing":
        """The tests and keys that are numbers belong to the list as well."""
        stored, order = cls.of(sifted.page), sifted.order
        forward = tuple(key.reversed() for key in order) if sifted.page.backward else order
        tests = [(test.of, test.operator) for test in sifted.tests]
        values = (*stored.values, *(test.value.name for test in sifted.tests))
        return replace(stored, purpose=f"{stored.purpose} {forward} {tests}", values=values)

    def keys(self, given: Mapping[str, Any], cursors: Cursors) -> list[str] | None:
        """The keys of the row after which the page begins."""
        cursor = given[self.after] if self.after else None
        return cursors.open(cursor, self.bound(given)).split(keysets.SEPARATOR) if cursor else None

    def bound(self, given: Mapping[str, Any]) -> str:
        return self.purpose + repr([given[name] for name in self.values]) if self.values else self.purpose

    def opened(self, given: Mapping[str, Any], cursors: Cursors) -> dict[str, str]:
        """The parameters that say after which row the page begins."""
        if self.after is None:
            return {}
        keys = self.keys(given, cursors) or keysets.start(self.order)
        return {key_name(self.after, i): key for i, key in enumerate(keys)}


def key_name(after: str, i: int) -> str:
    return f"{after}_{i}"


@dataclass(frozen=True)
class Gap:
    """The room that is left for a measure wherever the answer tells one: which measure, and how it is told."""

    measure: "Measure"
    python: str

    @cached_property
    def tell(self) -> Tell:
        return telling.made(self.python)


@dataclass(frozen=True)
class Plan:
    """Made once for a question; run as often as it is asked. Parameters are of any type that Cypher takes.

    A plan that leaves room answers its value and the workspace's position in its feed: measures come in further
    statements, and with them what is taken from lists that are `sifted` by numbers.
    `named` then is the plan of the nodes that those name, if any are told: at so many `places`.
    """

    text: str
    python: str
    listings: tuple[Listing, ...]
    sealed: tuple[int, ...]
    batch: Batch | None
    gaps: tuple[Gap, ...] = ()
    named: "Plan | None" = None
    places: int = 0
    sifted: tuple[tuple[Sifted, Listing], ...] = ()
    shown: ArchiveFilter = ArchiveFilter.INCLUDE

    def __post_init__(self) -> None:
        clauses = TEXT.sub("''", self.text)
        if WRITES.search(clauses) or CALLS.search(clauses):
            raise AssertionError("A plan of a read holds no clause that writes.")

    @cached_property
    def render(self) -> Render:
        return made(self.python)

    @property
    def leaves_room(self) -> bool:
        return bool(self.gaps or self.sifted)

    @cached_property
    def slots(self) -> frozenset[str]:
        """The parameters that the statement names; what is given beside them is for the writing out of the answer."""
        return frozenset(SLOT.findall(self.text))

    def parameters(self, given: Mapping[str, Any], cursors: Cursors, reader: Reader) -> dict[str, Any]:
        parameters = {name: settled(value, reader) for name, value in given.items() if name in self.slots}
        parameters["reader"] = {"workspace": reader.workspace, **behind(reader.readable, self.shown)}
        for listing in self.listings:
            parameters.update(listing.opened(given, cursors))
        return parameters

    def seals(self, given: Mapping[str, Any], cursors: Cursors) -> Sequence[Seal]:
        """One for each page, made only for those whose cursors are asked for."""
        return [
            cursors.sealer(listing.bound(given)) if i in self.sealed else unasked
            for i, listing in enumerate(self.listings)
        ]


def settled(value: Any, reader: Reader) -> Any:
    return value.settled(reader) if isinstance(value, Awaiting) else value


def unasked(keys: str) -> str:
    raise AssertionError("No cursor of this page was asked for.")
