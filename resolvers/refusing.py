"""A refusal, as a client is told of it: the one place where it becomes a member of a result's union."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import strawberry

from graph.access.seen import all_seen
from graph.changes.updating import NoTransition
from graph.records.states import LifecycleStatus
from graph.refusals import Refused

from .codes import CODE
from .context import Info
from .reasons import Code


def members(published: Mapping[type[Refused], Any], otherwise: Any) -> Callable[[Refused], Any]:
    """What makes a refusal a member. Published types are of any sort, hence `Any`; each keeps what was `refused`."""

    def member(refused: Refused) -> Any:
        return published.get(type(refused), otherwise)(refused=refused)

    return member


def of_refusal(tell: Callable[[Refused], Any], description: str) -> Any:
    """A field that says something of the refusal."""

    def resolve(root: Any) -> Any:
        return tell(root.refused)

    return strawberry.field(resolver=resolve, description=description)


def where_all_is_seen(names: Callable[[Any], Collection[str]], tell: Callable[[Any], Any], description: str) -> Any:
    """A field that says something of nodes that may be hidden: null unless the viewer may see all of them."""

    async def resolve(root: Any, info: Info) -> Any:
        context = info.context
        if context.changes is None or not (named := names(root.refused)):
            return None
        changes = context.changes
        is_seen = await all_seen(changes.database, named, context.viewer.readable, changes.timeout)
        return tell(root.refused) if is_seen else None

    return strawberry.field(resolver=resolve, description=description)


def code_of(refused: Refused) -> Code:
    """Its row in the registry."""
    return CODE[refused.code]


def allowed_of(refused: Refused) -> Sequence[LifecycleStatus]:
    """What may follow the status that there is."""
    assert isinstance(refused, NoTransition)
    return refused.allowed
