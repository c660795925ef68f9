"""The one path of every change: gather, judge, settle, in one transaction; and once for each key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import uuid4

from ..database import Database, Transaction
from ..refusals import Refused
from ..statements import Statement
from .actors import Actor
from .answers import Answer, KeyReused, answer_key, payload_hash
from .effects import Effects
from .settling import settle, take_turn
from .texts import one_line

PATIENT = 2
"""From this attempt on the turn is taken before anything is read: no rival can be in the way again."""


class UnknownWorkspace(Refused):
    """There is no such workspace."""

    code = "NOT_FOUND"

    def __init__(self, workspace: str) -> None:
        super().__init__(f"There is no workspace {workspace!r}: create it first.")


class Verb(Protocol):
    """What sets one sort of change apart from others.

    `gather` answers the stored answer, the feed's last entry and its instant, and then what `judged` is given.
    Values are of any shape that Cypher can return, hence `Any`.
    """

    gather: Statement

    @property
    def mutation(self) -> str: ...

    @property
    def payload(self) -> object: ...

    @property
    def asked(self) -> Mapping[str, object]: ...

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects: ...


@dataclass(frozen=True)
class Request:
    """Who asks for a change of which workspace, under which key; None where the caller has no key."""

    workspace: str
    actor: Actor
    key: str | None


async def changed(database: Database, request: Request, verb: Verb, timeout: float) -> Answer:
    """What came of the change. `timeout` in seconds. Raises Refused where the change as a whole cannot be made."""
    if request.key is not None:
        one_line("idempotencyKey", request.key)
    key = answer_key(request.workspace, request.actor, verb.mutation, request.key or uuid4().hex)
    record = {
        "key": key,
        "hash": payload_hash(verb.payload),
        "by": request.actor.subject,
        "client": request.actor.client,
    }
    asked = {**verb.asked, "ws": request.workspace, "key": key}

    async def work(transaction: Transaction, attempt: int) -> Answer:
        if attempt >= PATIENT:
            await take_turn(transaction, request.workspace)
        row = await transaction.row(*verb.gather.given(asked=asked))
        if row is None:
            raise UnknownWorkspace(request.workspace)
        stored, seq, at, *gathered = row
        if stored[0] is not None:
            return replayed(stored, record["hash"])
        effects = await verb.judged(transaction, gathered)
        if effects.is_nothing and request.key is None:
            return Answer(effects.answer, seq, at, replayed=False)
        seq, at = await settle(transaction, effects, record)
        return Answer(effects.answer, seq, at, replayed=False)

    return await database.changed(work, timeout)


def replayed(stored: Sequence[Any], payload: str | None) -> Answer:
    """The first outcome, where the payload is the same."""
    known, text, seq, at = stored
    if known != payload:
        raise KeyReused
    return Answer(text, seq, at, replayed=True)
