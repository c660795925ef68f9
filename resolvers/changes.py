"""The words of the schema for changes: one for a mutation, one for the node that its answer shows.

They are typed as Strawberry's own are: `Any`, so that the class's annotation gives the type.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

import strawberry
from strawberry import UNSET

from graph.refusals import Refused
from graph.writing.changing import Verb

from .arguments import DryRun, First, Key, Said
from .changing import Done, Wanted, made, require
from .context import Info
from .declared import BY_ARGUMENT, Found, Moved, answer_of
from .effects import Effects, effects_of
from .execution import answered, planned
from .fields import declared
from .handover import Answered
from .looks import Looks
from .planning import Root
from .question import Question
from .scopes import Scope, needed
from .store import Changes
from .viewer import Viewer

Perform = Callable[[Viewer, Any], Verb]
"""From who asks and what was stated, in the words of an input type, to the verb. Raises Refused."""


def changes(scope: Scope, input_type: Any, perform: Perform, changed_type: Any, refusal: Any, description: str) -> Any:
    """A mutation. `changed_type` is made of what is done; `refusal` makes a member of the union of what is Refused."""

    async def resolve(
        info: Info,
        input: Annotated[input_type, Said(description="What is to be.")],
        idempotency_key: Key = None,
        dry_run: DryRun = False,  # noqa: FBT002 - an argument of GraphQL, given by name
    ) -> Any:
        require(info.context.viewer, scope, info.field_name)
        try:
            verb = perform(info.context.viewer, input)
            told = plans(info, changed_type), effects(info, changed_type)
            wanted = Wanted(verb, idempotency_key, dry_run, *told, info.variable_values)
            return changed_type(done=await made(wanted, info.context, changing(info)))
        except Refused as refused:
            return refusal(refused)

    return strawberry.field(
        resolver=resolve, metadata={"scope": scope}, directives=[needed(scope)], description=description
    )


def changed_node(scope: Scope, description: str) -> Any:
    """The node as it is after the change."""

    async def resolve(root: Any, info: Info) -> Any:
        return shown(root.done, info)

    return declared(Found(BY_ARGUMENT), description, resolve, scope)


def moved(measure_type: Any, scope: Scope, description: str) -> Any:
    """The numbers that the change moves."""

    async def resolve(
        root: Any,
        info: Info,
        measures: Annotated[list[measure_type] | None, Said(description="Only these numbers.")] = UNSET,
        first: First = UNSET,
    ) -> Any:
        return shown(root.done, info)

    return declared(Moved(), description, resolve, scope)


def shown(done: Done, info: Info) -> Answered:
    """What was read in the transaction of the change."""
    value = done.shown[str(info.path.key)]
    if isinstance(value, Exception):
        raise value
    return Answered(value)


def current_node(scope: Scope, description: str) -> Any:
    """The node as it is now, by the id that a refusal tells of."""

    async def resolve(root: Any, info: Info) -> Any:
        return await answered(info, root.refused.node)

    return declared(Found(BY_ARGUMENT), description, resolve, scope)


def of_change(tell: Callable[[Done], Any], description: str) -> Any:
    """A field that says something of the change itself."""

    def resolve(root: Any) -> Any:
        return tell(root.done)

    return strawberry.field(resolver=resolve, description=description)


def changing(info: Info) -> Changes:
    if info.context.changes is None:
        raise TypeError("Here nothing can be changed.")
    return info.context.changes


def plans(info: Info, changed_type: Any) -> Mapping[str, Root]:
    """What the answer shows of the graph, planned before anything is changed, by keys in the response."""
    type_, asked = selected(info, changed_type, Found)
    return {key: planned(info, type_, nodes, key) for key, nodes in asked}


def effects(info: Info, changed_type: Any) -> Mapping[str, Effects]:
    """How the answer tells what is moved, planned likewise."""
    type_, asked = selected(info, changed_type, Moved)
    return {key: effects_of(info, type_.fields[nodes[0].name.value], nodes) for key, nodes in asked}


def selected(info: Info, changed_type: Any, answer: type) -> tuple[Any, list[tuple[str, list[Any]]]]:
    """The published type, and what is selected of its fields that are answered so."""
    raw: Any = info._raw_info  # noqa: SLF001 - Strawberry keeps the schema and the nodes only there
    type_ = raw.schema.get_type(changed_type.__strawberry_definition__.name)
    document: Any = info.context.document
    question = Question(raw.schema, document.fragments, Looks(raw.variable_values), frozenset())
    fields = {name: field for name, field in type_.fields.items() if isinstance(answer_of(field), answer)}
    return type_, [each for each in question.selected(type_, raw.field_nodes) if each[1][0].name.value in fields]
