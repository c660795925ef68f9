"""Nodes and links as a source has them, up to 1,000 in one change: what every import goes through."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from ..database import Database, Transaction
from ..refusals import Refused
from .actors import Actor
from .answers import Answer
from .book import book_of
from .changing import Request, changed
from .effects import Effects
from .gathering import GATHER, Gathered, asked_for, gathered_from
from .identities import Identity
from .kin import kin_of
from .linking import Reading, judge_links, new_steps
from .permits import Permits, Unlimited
from .stated import Outcome, Result, StatedLink, StatedNode, StatedReference, Upsert, Upserted
from .stating import judge_nodes
from .texts import one_line

__all__ = [
    "Actor",
    "Identity",
    "Outcome",
    "Result",
    "StatedLink",
    "StatedNode",
    "StatedReference",
    "Upsert",
    "Upserted",
    "upserted",
]

MOST_ITEMS = 1_000


class TooMany(Refused):
    """More items than one change takes."""

    code = "TOO_MANY"

    def __init__(self, stated: int) -> None:
        super().__init__(
            f"{stated} nodes and links in one upsert: state at most {MOST_ITEMS}, the rest in a further one."
        )


async def upserted(
    database: Database,
    workspace: str,
    actor: Actor,
    upsert: Upsert,
    *,
    idempotency_key: str | None = None,
    timeout: float,
) -> Upserted:
    """Makes the graph as the source has it, and answers what became of each item. `timeout` in seconds.

    Items that are refused leave the others. Raises Refused where the upsert as a whole cannot be taken.
    """
    require_takable(upsert)
    request = Request(workspace, actor, idempotency_key)
    return upserted_from(await changed(database, request, Upserting(workspace, upsert), timeout))


def require_takable(upsert: Upsert) -> None:
    """Raises TooMany, Unfit."""
    if (stated := len(upsert.nodes) + len(upsert.links) + len(upsert.bare)) > MOST_ITEMS:
        raise TooMany(stated)
    one_line("source", upsert.source)


@dataclass(frozen=True)
class Upserting:
    """The verb."""

    workspace: str
    payload: Upsert
    gather = GATHER
    mutation = "upsertWork"
    in_turn = False

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for(self.workspace, self.payload)

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """What is to be written. `Any`, as rows come in any shape that Cypher can return."""
        effects = Effects(self.workspace)
        told = await judge(transaction, self.payload, gathered_from(*gathered), Unlimited(), effects)
        effects.answer = text_of(told)
        return effects


@dataclass(frozen=True)
class Judged:
    """What becomes of each item, in the order in which they were stated, and how many links close."""

    nodes: Sequence[Result]
    links: Sequence[Result]
    bare: Sequence[Result]
    closed: int


async def judge(
    transaction: Transaction, upsert: Upsert, gathered: Gathered, permits: Permits, effects: Effects
) -> Judged:
    """What becomes of an upsert by somebody with these permits; the effects grow by what is to be written."""
    book = book_of(upsert, gathered, permits)
    nodes = judge_nodes(upsert, book, permits, effects)
    reading = Reading(book, gathered, permits)
    links = reading.links(upsert.links)
    bare = reading.bare(upsert.bare, upsert.source)
    children = list(reading.children.values())
    steps = list(new_steps(children))
    kin = await kin_of(transaction, steps) if steps else set()
    links |= judge_links(children, upsert.source, kin, effects)
    closed = sum(len(child.closing(upsert.source)) for child in children)
    return Judged(nodes, [links[place] for place in range(len(links))], bare, closed)


def text_of(told: Judged) -> str:
    """The results in one text, as they are recorded under the key."""
    rows = [
        [(row.outcome.name, row.id, row.code, row.message) for row in results] for results in (told.nodes, told.links)
    ]
    return orjson.dumps([*rows, told.closed]).decode()


def upserted_from(answer: Answer) -> Upserted:
    """The results that are recorded in an answer."""
    nodes, links, closed = orjson.loads(answer.text)
    return Upserted(results_from(nodes), results_from(links), closed, answer.seq, answer.at, answer.replayed)


def results_from(rows: Sequence[Any]) -> tuple[Result, ...]:
    return tuple(Result(Outcome[outcome], identifier, code, message) for outcome, identifier, code, message in rows)
