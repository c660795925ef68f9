"""A change, as a client asks for it: who may, what comes of it, and how the graph looks then.

What the answer shows of the graph is read in the transaction of the change itself, by the rights of the
moment: so a change that is only rehearsed shows what would come of it, and a repeated one what holds today.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.access.granted import granted_now
from graph.access.joining import Introduce
from graph.changes.moving_numbers import Before, moved, numbers_before
from graph.database import Parameters, Transaction
from graph.reading.plan import Plan
from graph.reading.positions import Position
from graph.reading.reader import Reader
from graph.records.states import PrincipalKind
from graph.writing.actors import Actor
from graph.writing.answers import Answer
from graph.writing.changing import Request, Verb, changed, changed_and_told
from graph.writing.effects import Effects as Written
from graph.writing.watching import Watched
from loaders.measures import Asked, Numbers, in_turn

from .answering import answer
from .context import Context
from .effects import Effects
from .looks import Variables
from .planning import Root
from .scopes import MissingScope, Scope
from .store import Changes
from .viewer import Viewer


@dataclass(frozen=True)
class Wanted:
    """A change that is asked for: the verb, the caller's key, whether it is a rehearsal, and what to tell afterwards:
    the plans of what the answer shows, and of how it tells what is moved, by their keys in the response.
    """

    verb: Verb
    key: str | None
    is_rehearsal: bool
    shown: Mapping[str, Root]
    effects: Mapping[str, Effects]
    variables: Variables


@dataclass(frozen=True)
class Done:
    """What came of a change, and what the answer shows of the graph, by its keys in the response."""

    answer: Answer
    is_rehearsal: bool
    shown: Mapping[str, Any]


class InTransaction:
    """Reads what a transaction sees, its own changes among it. Answers have the shape of the selection: `Any`."""

    def __init__(self, transaction: Transaction, timeout: float) -> None:
        self._transaction, self._timeout = transaction, timeout

    async def read(self, plan: Plan, parameters: Mapping[str, Any]) -> Any:
        return await self.value(plan.text, parameters, self._timeout)

    async def numbers(self, asked: Asked, reader: Reader, position: Position) -> Numbers:
        return await in_turn(asked, self, reader, self._timeout)

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        """The transaction has a time-out of its own."""
        row = await self._transaction.row(text, parameters)
        return row[0] if row else None

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> list[tuple[Any, ...]]:
        return await self._transaction.rows(text, parameters)


def require(viewer: Viewer, scope: Scope, field: str) -> None:
    """Raises MissingScope where the viewer's token is not meant for this."""
    if scope not in viewer.scopes:
        raise MissingScope(scope, field)


async def made(wanted: Wanted, context: Context, changes: Changes) -> Done:
    """Makes a change. Raises Refused where it cannot be made."""
    viewer = context.viewer if wanted.is_rehearsal else await introduced(context.viewer, changes)
    making = Making(wanted, replace(context, viewer=viewer), changes.timeout)
    proven = viewer.principals[0].key(viewer.workspace) if viewer.principals else None
    actor = Actor(viewer.client, viewer.subject, proven)
    request = Request(viewer.workspace, actor, wanted.key, wanted.is_rehearsal)
    answer, told = await changed_and_told(changes.database, request, making.verb, making.tell, changes.timeout)
    if not wanted.is_rehearsal:
        changes.access_changed()
    return Done(answer, wanted.is_rehearsal, told)


@dataclass
class Making:
    """What is read in the transaction of a change. It is watched only where its effects are asked for."""

    wanted: Wanted
    context: Context
    timeout: float
    watched: Watched[Before] | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        if self.wanted.effects and Scope.WORK_READ in self.context.viewer.scopes:
            self.watched = Watched(self.wanted.verb, self.look)

    @property
    def verb(self) -> Verb:
        return self.watched or self.wanted.verb

    async def then(self, transaction: Transaction) -> Context:
        """The context, with the rights of this moment."""
        viewer = self.context.viewer
        roles = (await granted_now(transaction, viewer.workspace, viewer.principals)).roles
        read = InTransaction(transaction, self.timeout)
        return replace(self.context, viewer=replace(viewer, roles=roles), statements=read)

    async def look(self, transaction: Transaction, written: Written) -> Before:
        then = await self.then(transaction)
        return await numbers_before(InTransaction(transaction, self.timeout), then.reader, written, self.timeout)

    async def tell(self, transaction: Transaction, answer: Answer) -> dict[str, Any]:
        then = await self.then(transaction)
        values = await shown(self.wanted, then, node_of(answer))
        if self.watched is None:
            return values | dict.fromkeys(self.wanted.effects, MissingScope(Scope.WORK_READ, "effects"))
        if answer.replayed:
            return values | dict.fromkeys(self.wanted.effects)
        before, read = self.watched.found or Before({}), InTransaction(transaction, self.timeout)
        differing = await moved(read, then.reader, before, self.timeout)
        for key, effects in self.wanted.effects.items():
            values[key] = await effects.told(differing, self.wanted.variables, then)
        return values


async def shown(wanted: Wanted, context: Context, id: str) -> dict[str, Any]:
    """One after the other, since a transaction does one thing at a time. What the token is not meant for stays out."""
    values: dict[str, Any] = {}
    for key, root in wanted.shown.items():
        try:
            values[key] = await answer(root, wanted.variables, context, id)
        except MissingScope as missing:
            values[key] = missing
    return values


def node_of(answer: Answer) -> str:
    """The id of the node that a change is about: what is told besides stands in further lines."""
    return answer.text.partition("\n")[0]


async def introduced(viewer: Viewer, changes: Changes) -> Viewer:
    """The viewer, whose own principal is recorded from now on, where somebody has signed in."""
    own = viewer.principals[0] if viewer.principals else None
    if viewer.subject or own is None or own.kind is not PrincipalKind.SUBJECT:
        return viewer
    request = Request(viewer.workspace, Actor(viewer.client), None)
    answer = await changed(changes.database, request, Introduce(viewer.workspace, own), changes.timeout)
    changes.access_changed()
    return replace(viewer, subject=answer.text)
