"""Asking the schema as somebody: together with all others, alone, and in a store from which the hidden is gone."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from graph.database import Database, Transaction
from graph.reading.cursors import Cursors
from graph.reading.plan import Plan
from graph.reading.positions import Position
from graph.reading.reader import Reader
from loaders.measures import Asked, Numbers
from loaders.sharing import Sharing
from resolvers.changing import InTransaction
from resolvers.context import Answers, Context
from resolvers.execution import CompiledSchema
from resolvers.viewer import Viewer

NOW = 1_790_000_000_000
PATIENCE = 120

MADE_EXPLICIT = """MATCH (c:WorkNode)-[r:PART_OF|CONTRIBUTES_TO]->() WHERE c.ws IN $worlds
WITH c, collect(r) AS edges, coalesce(sum(r.share), 0) AS given, count(*) - count(r.share) AS open
UNWIND edges AS r WITH * WHERE r.share IS NULL SET r.share = (1000000 - given) / open RETURN count(*)"""
"""Every share that is not said, as it is resolved over all siblings, hidden ones too."""

GONE = """MATCH (n:Node|ExternalReference|Trail) WHERE n.ws IN $worlds AND NOT n.space IN $readable
DETACH DELETE n RETURN count(*)"""


@dataclass(frozen=True)
class Question:
    """A document with its variables, of any shape that JSON has."""

    text: str
    variables: Mapping[str, Any]


@dataclass(frozen=True)
class Answered:
    """An answer, and the same as its bytes. Of any shape that JSON has, hence `Any`."""

    data: Any
    codes: frozenset[str]
    text: str


class OneByOne:
    """Reads within a transaction, which does one thing at a time, and ends where a read in it is broken off.

    Answers have the shape of the selection: `Any`.
    """

    def __init__(self, transaction: Transaction) -> None:
        self.reads, self.turn = InTransaction(transaction, PATIENCE), asyncio.Lock()

    async def read(self, plan: Plan, parameters: Mapping[str, Any]) -> Any:
        return await asyncio.shield(self._read(plan, parameters))

    async def _read(self, plan: Plan, parameters: Mapping[str, Any]) -> Any:
        async with self.turn:
            return await self.reads.read(plan, parameters)

    async def numbers(self, asked: Asked, reader: Reader, position: Position) -> Numbers:
        return await asyncio.shield(self._numbers(asked, reader, position))

    async def _numbers(self, asked: Asked, reader: Reader, position: Position) -> Numbers:
        async with self.turn:
            return await self.reads.numbers(asked, reader, position)

    async def settled(self) -> None:
        """When nothing is read any more for an answer that was given without it."""
        async with self.turn:
            pass


class Undone(Exception):
    """Ends a transaction that is not to be kept."""


@dataclass
class Asking:
    """Asks one schema over one database, of which `worlds` are the workspaces that are concerned."""

    schema: CompiledSchema
    database: Database
    worlds: Sequence[str]

    async def together(self, question: Question, viewers: Sequence[Viewer]) -> list[Answered]:
        """The same asked by all at once, who share statements as they do under load."""
        sharing = Sharing(self.database, PATIENCE)
        return list(await asyncio.gather(*(self.once(question, viewer, sharing) for viewer in viewers)))

    async def once(self, question: Question, viewer: Viewer, answers: Answers) -> Answered:
        context = Context(viewer, answers, Cursors(b"a secret of tests"), now=NOW)
        told = await self.schema.execute(question.text, dict(question.variables), context)
        errors = [error.formatted for error in told.errors or []]
        whole = orjson.dumps({"data": told.data, "errors": errors}).decode()
        return Answered(told.data, frozenset(error["extensions"]["code"] for error in errors), whole)

    async def without_hidden(self, questions: Sequence[Question], viewer: Viewer) -> list[tuple[str, str]]:
        """Each answer before and after all is deleted that is hidden from the viewer; nothing of that is kept."""
        found: list[tuple[str, str]] = []

        async def compared(transaction: Transaction, attempt: int) -> None:
            worlds = {"worlds": self.worlds}
            reads = OneByOne(transaction)
            await transaction.row(MADE_EXPLICIT, worlds)
            before = [(await self.once(each, viewer, reads)).text for each in questions]
            await reads.settled()
            gone = await transaction.row(GONE, {**worlds, "readable": viewer.readable})
            assert gone is not None
            assert gone[0] > 0
            after = [(await self.once(each, viewer, reads)).text for each in questions]
            await reads.settled()
            found[:] = zip(before, after, strict=True)
            raise Undone

        try:
            await self.database.changed(compared, PATIENCE)
        except Undone:
            return found
        raise AssertionError
