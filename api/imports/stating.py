"""States what a whole file becomes, some hundred nodes and links at a time, and tells what became of that."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.database import Database
from graph.writing.actors import Actor
from graph.writing.identities import spoken
from graph.writing.stated import Upsert, Upserted
from graph.writing.upserting import upserted

from .pieces import Piece
from .report import Report, Written

MOST = 500
"""Nodes and links in one call: few calls, and progress that can be seen."""

TIMEOUT = 120.0
"""Seconds for one call, with its retries."""


@dataclass(frozen=True)
class Origin:
    """What is imported, as the report calls it; the name of its source; and the program that brings it in."""

    title: str
    source: str
    actor: Actor


async def import_pieces(
    database: Database, workspace: str, origin: Origin, found: Sequence[Piece], progress: Callable[[int, int], None]
) -> Report:
    """What became of the pieces. `progress` is told how many of how many nodes and links are written."""
    total, done, closed = sum(piece.size for piece in found), 0, 0
    written: list[Written] = []
    progress(done, total)
    for upsert in upserts(origin.source, found):
        answer = await upserted(database, workspace, origin.actor, upsert, timeout=TIMEOUT)
        written += results(upsert, answer)
        closed += answer.closed
        done += len(upsert.nodes) + len(upsert.links)
        progress(done, total)
    return Report(origin.title, tuple(written), closed, tuple(remark for piece in found for remark in piece.remarks))


def upserts(source: str, found: Iterable[Piece]) -> Iterator[Upsert]:
    """The pieces in calls of at most `MOST` nodes and links. A piece is never divided."""
    held: list[Piece] = []
    for piece in found:
        if held and sum(other.size for other in held) + piece.size > MOST:
            yield together(source, held)
            held = []
        if piece.size:
            held.append(piece)
    if held:
        yield together(source, held)


def together(source: str, held: Iterable[Piece]) -> Upsert:
    held = tuple(held)
    return Upsert(
        source,
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
