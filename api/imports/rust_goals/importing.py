"""The import of the Rust project's goals: reads the file, states what is in it, and tells what became of that."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from graph.database import Database
from graph.writing.actors import Actor
from graph.writing.identities import spoken
from graph.writing.stated import Upsert, Upserted
from graph.writing.upserting import upserted

from .identities import SOURCE
from .mapping import pieces
from .pieces import Piece
from .report import Report, Written
from .source import read

ACTOR = Actor("import rust-goals")

MOST = 500
"""Nodes and links in one call: few calls, and progress that can be seen."""

TIMEOUT = 120.0
"""Seconds for one call, with its retries."""


async def import_rust_goals(
    database: Database, workspace: str, path: Path, progress: Callable[[int, int], None]
) -> Report:
    """Imports the file into the workspace with that id. Importing it again changes nothing but what it says anew.

    `progress` is told how many of how many nodes and links are written. Raises `NotTheGoals` for another file.
    """
    file = await asyncio.to_thread(read, path)
    found = pieces(file)
    total, done, closed = sum(piece.size for piece in found), 0, 0
    written: list[Written] = []
    progress(done, total)
    for upsert in upserts(found):
        answer = await upserted(database, workspace, ACTOR, upsert, timeout=TIMEOUT)
        written += results(upsert, answer)
        closed += answer.closed
        done += len(upsert.nodes) + len(upsert.links)
        progress(done, total)
    return Report(path, tuple(written), closed, tuple(remark for piece in found for remark in piece.remarks))


def upserts(found: Iterable[Piece]) -> Iterator[Upsert]:
    """The pieces in calls of at most `MOST` nodes and links. A piece is never divided."""
    held: list[Piece] = []
    for piece in found:
        if held and sum(other.size for other in held) + piece.size > MOST:
            yield together(held)
            held = []
        if piece.size:
            held.append(piece)
    if held:
        yield together(held)


def together(held: Iterable[Piece]) -> Upsert:
    held = tuple(held)
    return Upsert(
        SOURCE,
        tuple(node for piece in held for node in piece.nodes),
        tuple(link for piece in held for link in piece.links),
    )


def results(upsert: Upsert, answer: Upserted) -> Iterator[Written]:
    """What became of each node and link, under the names that the file gives them."""
    for node, result in zip(upsert.nodes, answer.nodes, strict=True):
        yield Written(node.kind, node.identity.external_id, result.outcome, result.message)
    for link, result in zip(upsert.links, answer.links, strict=True):
        name = f"{spoken(link.child)} to {spoken(link.parent)}"
        yield Written(link.relation, name, result.outcome, result.message)
