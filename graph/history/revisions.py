"""The history of a node: its revisions, the latest first, each with what it changed from and to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ..database import Reads
from ..ids import kind_of
from ..instants import instant_of, text_of
from ..reading.borders import behind
from ..reading.reader import Reader
from ..records.history import Ends, History, Numbered, PropertyChange, Revision
from ..records.keeping import ArchiveFilter, ChangeKind
from ..records.money import Money
from ..refusals import BadCursor
from ..relations import MILLIONTHS
from ..statements import Statement
from ..writing.properties import PROPERTIES, Property

REVISIONS = Statement("graph.history", "revisions")

CURSOR = re.compile(r"r([1-9][0-9]{0,9})")
DERIVED = Property("state_category", "stateCategory", str, optional=False, many=False)
REFERENCES = "references"

Held = Mapping[str, Any]
"""What a revision holds, of any type that the store has: hence `Any`."""


@dataclass(frozen=True)
class HistoryOf:
    """One page of the revisions of any node: `first` of them, before the one that `after` is the cursor of."""

    first: int = 25
    after: str | None = None

    async def of(self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, History]:
        """Raises BadCursor."""
        before = None if self.after is None else number_of(self.after)
        borders = behind(reader.readable, ArchiveFilter.INCLUDE)
        given = REVISIONS.given(ids=list(ids), reader=borders, before=before, first=self.first)
        return {id_: self.page(id_, total, rows) for id_, total, rows in await graph.value(*given, timeout)}

    def page(self, id_: str, total: int, rows: Sequence[Sequence[Any]]) -> History:
        older = [row[0] for row in rows[1:]] + [{}]
        told = [
            revision(id_, held, described, person, older[place])
            for place, (held, described, person) in enumerate(rows[: self.first])
        ]
        edges = [Numbered(cursor=f"r{each.revision}", node=each) for each in told]
        ends = [edge.cursor for edge in edges]
        page_info = Ends(
            has_next_page=len(rows) > self.first,
            has_previous_page=self.after is not None,
            start_cursor=ends[0] if ends else None,
            end_cursor=ends[-1] if ends else None,
        )
        return History(edges=edges, nodes=told, page_info=page_info, total_count=total)


def number_of(cursor: str) -> int:
    found = CURSOR.fullmatch(cursor)
    if found is None:
        raise BadCursor
    return int(found[1])


def revision(id_: str, held: Held, described: str | None, person: str | None, older: Held) -> Revision:
    """`older` is the revision before; what it does not hold, the node did not hold either, but for its description."""
    return Revision(
        revision=held["revision"],
        change=ChangeKind[held["change"]],
        at=instant_of(held["recordedAt"]),
        by=person,
        client=held["client"],
        changes=list(changes(rows_of(id_), held, {**older, "description": described})),
    )


def rows_of(id_: str) -> Mapping[str, Property]:
    """What is told of the properties of a node's kind, by their names in the store."""
    kind = kind_of(id_)
    if kind is None:
        raise LookupError(f"No kind has ids like {id_}.")
    rows = {row.stored: row for row in PROPERTIES[kind.name].values()}
    return {**rows, DERIVED.stored: DERIVED} if kind.rank is not None else rows


def changes(rows: Mapping[str, Property], held: Held, older: Held) -> list[PropertyChange]:
    """What the revision sets that is another than before, in the order of the properties."""
    told = []
    for name, row in rows.items():
        if name not in held["sets"]:
            continue
        before, after = spoken(row, older.get(name)), spoken(row, held.get(name))
        if before != after or (row.type is Money and older.get(name) != held.get(name)):
            told.append(PropertyChange(property=name, from_=before, to=after))
    if REFERENCES in held["sets"] and older.get(REFERENCES, []) != held.get(REFERENCES, []):
        told.append(PropertyChange(property=REFERENCES, from_=None, to=None))
    return told


def spoken(row: Property, value: Any) -> Any:
    """A value as answers have it. Money is told to nobody here."""
    if value is None or row.type is Money or (row.many and not value):
        return None
    if row.type is float:
        return value / MILLIONTHS
    if row.type is datetime:
        return text_of(instant_of(value))
    return str(value) if row.type is date else value
