"""From an operation to its plans: one statement for each root field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    GraphQLSchema,
    is_non_null_type,
)

from graph.reading.compiling import compiled
from graph.reading.live import Live
from graph.reading.plan import Plan

from .declared import AtRoot, Found, answer_of, source_of
from .looks import Looks, Read, Variables
from .question import Question
from .scopes import Denied, Scope, scope_of
from .selecting import Selecting


@dataclass(frozen=True)
class Planned:
    """A plan, how the values that it leaves open are read from the variables, and where its answer stands.

    `scope` is what the root needs; `denied` are fields beneath that need one which the viewer has not.
    """

    plan: Plan
    reads: tuple[tuple[str, Read], ...]
    nodes: tuple[FieldNode, ...]
    never_null: bool
    scope: Scope | None
    denied: tuple[Denied, ...]

    def values(self, variables: Variables) -> dict[str, Any]:
        return {name: read(variables) for name, read in self.reads}


Root: TypeAlias = Planned | str
"""A statement, or a name that is known."""


@dataclass(frozen=True)
class Planning:
    """Plans one operation for one look at its variables. `most` is the greatest page that is served.

    `scopes` are those of the viewer by which fields beneath a root are guarded.
    """

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    looks: Looks
    most: int
    scopes: frozenset[Scope]

    def operation(self, type_: GraphQLObjectType, nodes: Iterable[Any]) -> Mapping[str, Root]:
        """All roots, or none of them where one is not ours to answer."""
        selected = self.question().selected(type_, nodes)
        if not all(is_ours(type_, same[0]) for _, same in selected):
            return {}
        return {key: self.root(type_, same) for key, same in selected}

    def root(self, parent: GraphQLObjectType, nodes: list[FieldNode]) -> Root:
        if nodes[0].name.value == "__typename":
            return parent.name
        published, question = parent.fields[nodes[0].name.value], self.question()
        plan = compiled(Selecting(question, self.most).root(parent, published, nodes), Live())
        reads = tuple((slot.name, read) for slot, read in question.bound.values())
        denied = tuple(dict.fromkeys(question.denied))
        return Planned(
            plan, reads, tuple(nodes), is_non_null_type(published.type), scope_of(source_of(published)), denied
        )

    def question(self) -> Question:
        return Question(self.schema, self.fragments, self.looks, self.scopes)


def is_ours(type_: GraphQLObjectType, node: FieldNode) -> bool:
    """Whether a root can be answered without the executor: compiled, and unguarded."""
    if node.name.value == "__typename":
        return True
    published = type_.fields.get(node.name.value)
    if published is None:
        return False
    answer, definition = answer_of(published), source_of(published)
    return isinstance(answer, Found) and isinstance(answer.source, AtRoot) and not definition.permission_classes
