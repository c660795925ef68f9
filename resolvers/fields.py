"""The words of the schema: one for each way in which a field is answered.

A word makes a Strawberry field with its declaration and its arguments. The functions inside run only where the executor
does, and all do the same: they hand the finished answer over. Arguments have the types that a word is given, so this
module reads annotations when it runs. The words are typed as Strawberry's own are: `Any`, so that the class's
annotation gives the type.
"""

from typing import Annotated, Any

import strawberry
from strawberry import UNSET

from graph.reading.conditions import Order
from graph.reading.sources import Paths, Reach, Step, Told

from .arguments import (
    ARCHIVED,
    KINDS,
    ORDER,
    RELATION,
    WHERE,
    After,
    Before,
    ExternalId,
    First,
    Id,
    Ids,
    Last,
    LeavesOnly,
    Said,
    SourceName,
    Text,
    To,
    TypeName,
)
from .context import Context
from .declared import (
    AS_FOUND,
    BEST_FIRST,
    BY_ARGUMENT,
    BY_ARGUMENTS,
    BY_REFERENCE,
    BY_WORDS,
    EVERY,
    NEAREST_FIRST,
    OLDEST_FIRST,
    Answer,
    Found,
)
from .execution import answered
from .scopes import Scope, needed

Info = strawberry.Info[Context, Any]


def declared(answer: Answer, description: str, resolver: Any = None, scope: Scope | None = None) -> Any:
    return strawberry.field(
        resolver=resolver,
        metadata={"answer": answer, "scope": scope},
        directives=[needed(scope)] if scope else (),
        description=description,
    )


def leaf(answer: Answer, description: str) -> Any:
    """A fact of a row, of a path or of a page: see `declared` for what there is."""
    return declared(answer, description)


async def handed_over(root: Any, info: Info) -> Any:
    return await answered(info, getattr(root, "id", None))


def by_id(scope: Scope, description: str) -> Any:
    """The node with an id, or null."""

    async def resolve(info: Info, id: Id) -> Any:
        return await answered(info)

    return declared(Found(BY_ARGUMENT), description, resolve, scope)


def by_ids(scope: Scope, description: str) -> Any:
    """The nodes of some ids, in the order of the ids."""

    async def resolve(info: Info, ids: Ids) -> Any:
        return await answered(info)

    return declared(Found(BY_ARGUMENTS), description, resolve, scope)


def by_reference(scope: Scope, description: str) -> Any:
    """The node that is a thing of another tool, or null."""

    async def resolve(info: Info, source: SourceName, type: TypeName, external_id: ExternalId) -> Any:
        return await answered(info)

    return declared(Found(BY_REFERENCE), description, resolve, scope)


def listed(scope: Scope, where_type: Any, order_type: Any, description: str) -> Any:
    """A page of all nodes of a kind."""
    return declared(Found(EVERY), description, paged(where_type, order_type), scope)


def listed_work(scope: Scope, archive_type: Any, where_type: Any, order_type: Any, description: str) -> Any:
    """A page of all work of a kind, and, where it is asked for, of what was archived."""

    async def resolve(
        info: Info,
        where: Annotated[where_type | None, Said(description=WHERE)] = UNSET,
        archived: Annotated[archive_type | None, Said(description=ARCHIVED)] = UNSET,
        order_by: Annotated[list[order_type] | None, Said(description=ORDER)] = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Any:
        return await answered(info)

    return declared(Found(EVERY), description, resolve, scope)


def searched(scope: Scope, kind_type: Any, where_type: Any, description: str) -> Any:
    """A page of the work in which some words are found, the best matches first."""

    async def resolve(
        info: Info,
        text: Text,
        kinds: Annotated[list[kind_type] | None, Said(description=KINDS)] = UNSET,
        where: Annotated[where_type | None, Said(description=WHERE)] = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Any:
        return await answered(info)

    return declared(Found(BY_WORDS, BEST_FIRST), description, resolve, scope)


def related(source: Step | Told, description: str, order: Order = OLDEST_FIRST) -> Any:
    """One node, or all of a short list: the field's type says which."""
    return declared(Found(source, order), description, handed_over)


def pages(
    source: Step | Told,
    where_type: Any,
    order_type: Any,
    description: str,
    order: Order = OLDEST_FIRST,
    scope: Scope | None = None,
) -> Any:
    """A page of the nodes that one step leads to."""
    return declared(Found(source, order), description, paged(where_type, order_type), scope)


def steps(step: Step, kind_type: Any, relation_type: Any, where_type: Any, order_type: Any, description: str) -> Any:
    """A page of the nodes that one step of lineage leads to, of all kinds or some, by both relations or one."""

    async def resolve(
        root: Any,
        info: Info,
        kinds: Annotated[list[kind_type] | None, Said(description=KINDS)] = UNSET,
        relation: Annotated[relation_type | None, Said(description=RELATION)] = UNSET,
        where: Annotated[where_type | None, Said(description=WHERE)] = UNSET,
        order_by: Annotated[list[order_type] | None, Said(description=ORDER)] = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Any:
        return await answered(info, root.id)

    return declared(Found(step), description, resolve)


def reached(step: Step, kind_type: Any, where_type: Any, order_type: Any, description: str) -> Any:
    """A page of all nodes that any number of steps leads to, nearest first."""

    async def resolve(
        root: Any,
        info: Info,
        kinds: Annotated[list[kind_type] | None, Said(description=KINDS)] = UNSET,
        where: Annotated[where_type | None, Said(description=WHERE)] = UNSET,
        order_by: Annotated[list[order_type] | None, Said(description=ORDER)] = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Any:
        return await answered(info, root.id)

    return declared(Found(Reach(step), NEAREST_FIRST), description, resolve)


def reached_with_leaves(step: Step, kind_type: Any, where_type: Any, order_type: Any, description: str) -> Any:
    """The same, or only those beyond which there is nothing more."""

    async def resolve(
        root: Any,
        info: Info,
        kinds: Annotated[list[kind_type] | None, Said(description=KINDS)] = UNSET,
        leaves_only: LeavesOnly = UNSET,
        where: Annotated[where_type | None, Said(description=WHERE)] = UNSET,
        order_by: Annotated[list[order_type] | None, Said(description=ORDER)] = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Any:
        return await answered(info, root.id)

    return declared(Found(Reach(step), NEAREST_FIRST), description, resolve)


def paths(step: Step, kind_type: Any, description: str) -> Any:
    """All paths that lead on from here, as they are found: there can be very many, so the answer is bounded."""

    async def resolve(
        root: Any,
        info: Info,
        to: To = UNSET,
        kinds: Annotated[list[kind_type] | None, Said(description="Only paths to nodes of these kinds.")] = UNSET,
        first: First = UNSET,
    ) -> Any:
        return await answered(info, root.id)

    return declared(Found(Paths(step), AS_FOUND), description, resolve)


def paged(where_type: Any, order_type: Any) -> Any:
    async def resolve(
        root: Any,
        info: Info,
        where: Annotated[where_type | None, Said(description=WHERE)] = UNSET,
        order_by: Annotated[list[order_type] | None, Said(description=ORDER)] = UNSET,
        first: First = UNSET,
        after: After = UNSET,
        last: Last = UNSET,
        before: Before = UNSET,
    ) -> Any:
        return await answered(info, getattr(root, "id", None))

    return resolve
