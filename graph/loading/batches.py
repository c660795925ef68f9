"""Writes a batch in one transaction, and once whatever happens on the way: of lives, or of entries of the feed."""

from collections.abc import Awaitable, Callable, Sequence

from ..database import Database, Transaction
from ..statements import Statement
from ..writing.actors import Actor
from ..writing.answers import answer_key
from .entries import CLIENT, Row
from .lives import Life
from .loaded import Loaded
from .rows import edges_of, node_row

UNSEEN = "It writes a workspace that is not open yet, so that there is nobody to hide it from."

ONCE = Statement("graph.loading", "once", sees_all=UNSEEN)
NODES = Statement("graph.loading", "nodes", sees_all=UNSEEN)
LIVE_EDGES = Statement("graph.loading", "live_edges", sees_all=UNSEEN)
TRAIL_EDGES = Statement("graph.loading", "trail_edges", sees_all=UNSEEN)
FEED = Statement("graph.loading", "feed", sees_all=UNSEEN)

TIMEOUT = 600.0
"""Seconds for one batch, with its retries."""


class Rows(list[Row]):
    """Rows that do not spell themselves out: the driver asks that of all parameters, for a log that nobody keeps."""

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"


class LostRows(Exception):
    """The database wrote other rows than it was given: a parent is missing, say. Nothing of the batch was written."""


async def write_lives(database: Database, workspace: str, batch: Sequence[Life]) -> Loaded:
    """How much has been written: the nodes as they are now, their twins and references, the edges of both graphs."""
    nodes = Rows(node_row(workspace, life) for life in batch)
    edges = Rows(row for life in batch for row in edges_of(life))
    live = Rows(row for row in edges if row["live"])
    loaded = Loaded.of(batch)

    async def work(transaction: Transaction) -> None:
        require(len(nodes), await transaction.row(*NODES.given(rows=nodes)))
        require(loaded.live_edges, await transaction.row(*LIVE_EDGES.given(rows=live)))
        require(loaded.trail_edges, await transaction.row(*TRAIL_EDGES.given(rows=edges)))

    await once(database, workspace, batch[0].id, work)
    return loaded


async def write_entries(database: Database, workspace: str, batch: Sequence[Row]) -> None:
    """Writes entries that follow each other in the feed."""

    async def work(transaction: Transaction) -> None:
        require(len(batch), await transaction.row(*FEED.given(rows=Rows(batch))))

    await once(database, workspace, str(batch[0]["seq"]), work)


async def once(database: Database, workspace: str, key: str, work: Callable[[Transaction], Awaitable[None]]) -> None:
    """Does the work, unless a lost COMMIT of the same batch has done it. `key`: no other batch has it."""
    known = answer_key(workspace, Actor(CLIENT), "load", key)

    async def attempt(transaction: Transaction, _: int) -> None:
        if await transaction.row(*ONCE.given(key=known, ws=workspace)):
            await work(transaction)

    await database.changed(attempt, TIMEOUT)


def require(expected: int, row: tuple[object, ...] | None) -> None:
    if row != (expected,):
        raise LostRows(f"{row} rows were written, and not {expected}.")
