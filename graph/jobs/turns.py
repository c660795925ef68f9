"""Turns of the imports whose lines came through the API: a process holds one for a while, and gives it back."""

from collections.abc import AsyncIterator, Callable, Mapping
from functools import partial
from typing import Any
from uuid import uuid4

import orjson

from ..access.callers import Bearer
from ..access.principals import Principal
from ..database import Database, Reads, Transaction
from ..records.states import PrincipalKind
from ..statements import Statement
from ..writing.actors import Actor
from .chunks import chunks
from .job import job_from
from .lines import Line, Read
from .running import LEASE, Held, Importing

NEXT = Statement("graph.jobs", "next", sees_all="It finds whose turn it is, in all workspaces; rights are read later.")
RELEASE = Statement("graph.jobs", "release", sees_all="It gives an import back, and reads nothing else.")
PARTS = Statement("graph.jobs", "parts", sees_all="It reads lines for whoever sent them.")
PART = Statement("graph.jobs", "part", sees_all="It reads lines for whoever sent them.")
DROP_PARTS = Statement("graph.jobs", "drop_parts", sees_all="It forgets lines that were brought in.")

CHUNKS_A_TURN = 5
"""After which others have theirs."""

ReadLine = Callable[[int, bytes], Line | None]
"""From the number and the text of a line to what it states; None where it states nothing and is not wrong."""


async def next_held(database: Database, timeout: float) -> Held | None:
    """The import whose turn it is; None where there is none. `timeout` is for each statement and chunk, in seconds."""
    holder = uuid4().hex

    async def work(transaction: Transaction, _: int) -> Held | None:
        row = await transaction.row(*NEXT.given(holder=holder, lease=LEASE))
        return Held(importing_from(database, row[0], timeout), job_from(row[0]), holder) if row else None

    return await database.changed(work, timeout)


def importing_from(database: Database, held: Mapping[str, Any], timeout: float) -> Importing:
    """By whom it was begun: what they may do is read afresh with each chunk. `Any`, as the store has any types."""
    principals = [
        Principal(PrincipalKind[kind], issuer, name) for kind, issuer, name in orjson.loads(held["principals"])
    ]
    actor = Actor(held["client"], held.get("subject"), held["by"])
    return Importing(database, held["ws"], held["source"], Bearer(principals, held.get("bound")), actor, timeout)


def reading(graph: Reads, job: str, line: ReadLine, timeout: float) -> Read:
    return partial(lines_after, graph, job, line, timeout)


async def lines_after(graph: Reads, job: str, line: ReadLine, timeout: float, after: int) -> AsyncIterator[Line]:
    """The lines of an import after the one with this number, part by part."""
    for number, first, count in await graph.value(*PARTS.given(job=job), timeout):
        if first + count <= after + 1:
            continue
        text: str = await graph.value(*PART.given(job=job, number=number), timeout)
        for place, each in enumerate(text.encode().split(b"\n"), start=first):
            if place > after and (found := line(place, each)):
                yield found


async def released(held: Held) -> None:
    """Lets others have their turn."""

    async def work(transaction: Transaction, _: int) -> None:
        await transaction.row(*RELEASE.given(job=held.job.id, holder=held.holder))

    await held.importing.database.changed(work, held.importing.timeout)


async def forgotten(held: Held) -> None:
    """Forgets the lines of an import that is at its end."""

    async def some(transaction: Transaction, _: int) -> int:
        row = await transaction.row(*DROP_PARTS.given(job=held.job.id))
        return row[0] if row else 0

    while await held.importing.database.changed(some, held.importing.timeout):
        pass


async def turn(held: Held, read: Read) -> None:
    """Brings in some of what is left, and ends the import where that is all.

    Raises TakenOver, and Refused where nothing of the source may be stated.
    """
    made = 0
    async for chunk in chunks(read, held.job.place):
        if made == CHUNKS_A_TURN:
            await released(held)
            return
        await held.make(chunk)
        made += 1
    await forgotten(held)
    await held.finish()
