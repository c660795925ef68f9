"""The one path of every change: gather, judge, settle, in one transaction; and once for each key."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import uuid4

from ..database import Database, Transaction
from ..refusals import Refused
from ..statements import Statement
from .actors import Actor
from .answers import Answer, KeyReused, answer_key, payload_hash
from .effects import Effects
from .settling import settle, take_turn
from .texts import one_line

T = TypeVar("T")

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
    `in_turn`: its rules turn on what settle.cypher does not verify, so nothing is read before it has the turn.
    Values are of any shape that Cypher can return, hence `Any`.
    """

    gather: Statement

    @property
    def in_turn(self) -> bool: ...

    @property
    def mutation(self) -> str: ...

    @property
    def payload(self) -> object: ...

    @property
    def asked(self) -> Mapping[str, object]: ...

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects: ...


@dataclass(frozen=True)
class Request:
    """Who asks for a change of which workspace, under which key; None where the caller has no key.

    `is_rehearsal`: all is done as ever, and then undone, so that the caller sees what would come of it.
    """

    workspace: str
    actor: Actor
    key: str | None
    is_rehearsal: bool = False


class Undone(Exception):
    """Ends a rehearsal, with what came of it."""

    def __init__(self, answer: Answer, told: Any) -> None:
        super().__init__()
        self.answer, self.told = answer, told


async def changed(database: Database, request: Request, verb: Verb, timeout: float) -> Answer:
    """What came of the change. `timeout` in seconds. Raises Refused where the change as a whole cannot be made."""

    async def nothing(transaction: Transaction, answer: Answer) -> None:
        """Nobody asks how the graph looks then."""

    answer, _ = await changed_and_told(database, request, verb, nothing, timeout)
    return answer


async def changed_and_told(
    database: Database,
    request: Request,
    verb: Verb,
    tell: Callable[[Transaction, Answer], Awaitable[T]],
    timeout: float,
) -> tuple[Answer, T]:
    """What came of the change, and what `tell` reads of it in the same transaction, after all is written."""
    if request.key is not None:
        one_line("idempotencyKey", request.key)

    record = record_of(request, verb)

    async def work(transaction: Transaction, attempt: int) -> tuple[Answer, T]:
        if verb.in_turn or attempt >= PATIENT:
            await take_turn(transaction, request.workspace)
        answer = await once(transaction, request, verb, record)
        told = await tell(transaction, answer)
        if request.is_rehearsal:
            raise Undone(answer, told)
        return answer, told

    try:
        return await database.changed(work, timeout)
    except Undone as undone:
        return undone.answer, undone.told


def record_of(request: Request, verb: Verb) -> dict[str, str | None]:
    """What is kept beside the answer. Without a key one is made, which settles a connection lost during COMMIT."""
    key = None if request.is_rehearsal else request.key
    return {
        "key": answer_key(request.workspace, request.actor, verb.mutation, key or uuid4().hex),
        "hash": payload_hash(verb.payload),
        "by": request.actor.subject,
        "client": request.actor.client,
    }


async def once(transaction: Transaction, request: Request, verb: Verb, record: Mapping[str, str | None]) -> Answer:
    """Makes the change, unless it was made before under the same key."""
    row = await transaction.row(*verb.gather.given(asked={**verb.asked, "ws": request.workspace, "key": record["key"]}))
    if row is None:
        raise UnknownWorkspace(request.workspace)
    stored, seq, at, *gathered = row
    if stored[0] is not None:
        return replayed(stored, record["hash"])
    effects = await verb.judged(transaction, gathered)
    if effects.is_nothing and (request.key is None or request.is_rehearsal):
        return Answer(effects.answer, seq, at, replayed=False)
    seq, at = await settle(transaction, effects, record)
    return Answer(effects.answer, seq, at, replayed=False)


def replayed(stored: Sequence[Any], payload: str | None) -> Answer:
    """The first outcome, where the payload is the same."""
    known, text, seq, at = stored
    if known != payload:
        raise KeyReused
    return Answer(text, seq, at, replayed=True)
