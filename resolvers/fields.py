"""The words of the schema: one for each way in which a field is answered.

A word makes a Strawberry field with its declaration and its arguments. The words are typed as Strawberry's own are:
`Any`, so that the class's annotation gives the type.
"""

from typing import Any

import strawberry

from graph.reading.conditions import Order
from graph.reading.sources import Paths, Reach, Step, Told

from .arguments import ExternalId, Id, Ids, SourceName, TypeName
from .context import Info
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
from .taking import (
    FIRST,
    LEAVES,
    PAGE,
    TARGET,
    WORDS,
    by_relation,
    filtered,
    of_archive,
    of_kinds,
    sorted_by,
    taking,
)


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
    resolver = taking(filtered(where_type), of_archive(archive_type), sorted_by(order_type), PAGE)
    return declared(Found(EVERY), description, resolver, scope)


def searched(scope: Scope, kind_type: Any, where_type: Any, description: str) -> Any:
    """A page of the work in which some words are found, the best matches first."""
    resolver = taking(WORDS, of_kinds(kind_type), filtered(where_type), PAGE)
    return declared(Found(BY_WORDS, BEST_FIRST), description, resolver, scope)


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
    told = of_kinds(kind_type), by_relation(relation_type), filtered(where_type), sorted_by(order_type), PAGE
    return declared(Found(step), description, taking(*told))


def reached(step: Step, kind_type: Any, where_type: Any, order_type: Any, description: str) -> Any:
    """A page of all nodes that any number of steps leads to, nearest first."""
    resolver = taking(of_kinds(kind_type), filtered(where_type), sorted_by(order_type), PAGE)
    return declared(Found(Reach(step), NEAREST_FIRST), description, resolver)


def reached_with_leaves(step: Step, kind_type: Any, where_type: Any, order_type: Any, description: str) -> Any:
    """The same, or only those beyond which there is nothing more."""
    resolver = taking(of_kinds(kind_type), LEAVES, filtered(where_type), sorted_by(order_type), PAGE)
    return declared(Found(Reach(step), NEAREST_FIRST), description, resolver)


def paths(step: Step, kind_type: Any, description: str) -> Any:
    """All paths that lead on from here, as they are found: there can be very many, so the answer is bounded."""
    resolver = taking(TARGET, of_kinds(kind_type, "Only paths to nodes of these kinds."), FIRST)
    return declared(Found(Paths(step), AS_FOUND), description, resolver)


def paged(where_type: Any, order_type: Any) -> Any:
    return taking(filtered(where_type), sorted_by(order_type), PAGE)
