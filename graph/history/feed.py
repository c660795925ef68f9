"""The workspace's feed: one entry for each change of a node or an edge, in the order in which they were made."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from ..database import Reads
from ..instants import instant_of
from ..kinds import KINDS
from ..reading.borders import behind
from ..reading.cursors import Cursors
from ..reading.reader import Reader
from ..records.history import Change
from ..records.keeping import ArchiveFilter, ChangeKind
from ..relations import MILLIONTHS
from ..relations import STATED as STATED_RELATIONS
from ..statements import Statement
from ..writing.properties import PROPERTIES, Property

FEED = Statement("graph.history", "feed")

PURPOSE = "feed"
LABELS = tuple(kind.name for kind in KINDS if kind.is_published)
RELATIONS = tuple(relation.name for relation in STATED_RELATIONS)
"""What is told of edges. Who was granted what is told by the spaces' grants, to whoever manages access."""


@dataclass(frozen=True)
class Asked:
    """A page of the feed: how many entries, after the one with a cursor, and of which sorts; None for all."""

    first: int
    after: str | None
    kinds: Collection[ChangeKind] | None


@dataclass(frozen=True)
class Page:
    """Entries in their order, and whether more follow."""

    entries: Sequence[Change]
    has_next: bool


async def feed(graph: Reads, reader: Reader, cursors: Cursors, asked: Asked, timeout: float) -> Page:
    """Raises BadCursor. `timeout` in seconds.

    A cursor is the number of its entry, enciphered: numbers would tell how much is hidden between two entries.
    """
    purpose = f"{PURPOSE} {reader.workspace}"
    after = 0 if asked.after is None else int(cursors.revealed(asked.after, purpose))
    given = FEED.given(
        ws=reader.workspace,
        after=after,
        kinds=None if asked.kinds is None else [kind.name for kind in asked.kinds],
        relations=list(RELATIONS),
        labels=list(LABELS),
        reader=behind(reader.readable, ArchiveFilter.INCLUDE),
        first=asked.first,
    )
    rows = await graph.rows(*given, timeout)
    shown = rows[: asked.first]
    return Page([change(cursors.hidden(str(seq), purpose), *row) for seq, *row in shown], len(rows) > asked.first)


def change(cursor: str, *row: Any) -> Change:
    """An entry as the statement answers it, in our words."""
    kind, at, person, client, node, revision, sets, relation, child, parent, share, weight = row
    return Change(
        cursor=cursor,
        kind=ChangeKind[kind],
        at=instant_of(at),
        by=person,
        client=client,
        node=node,
        revision=revision,
        properties=[name for name in sets or () if name in TOLD],
        relation=relation,
        child=child,
        parent=parent,
        share=None if share is None else share / MILLIONTHS,
        weight=None if weight is None else weight / MILLIONTHS,
    )


def told_of(rows: Collection[Property]) -> set[str]:
    return {row.stored for row in rows}


TOLD = frozenset().union(*(told_of(rows.values()) for rows in PROPERTIES.values()), {"stateCategory", "references"})
"""The names of what answers show of nodes; what the store keeps beside that is nobody's business."""
