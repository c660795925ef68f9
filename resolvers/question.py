"""What a document asks, given the variables: the fields selected, and the arguments that they have."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLField,
    GraphQLObjectType,
    GraphQLSchema,
    SelectionSetNode,
    Undefined,
    ValueNode,
    VariableNode,
    is_abstract_type,
    value_from_ast,
)

from graph.reading.sources import Slot

from .looks import Argument, Looks, Read, Variables
from .scopes import Denied, Scope


@dataclass
class Question:
    """One root field's part of a document, while its plan is made.

    `scopes` are those that the viewer has; `denied` collects the fields that need another.
    """

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    looks: Looks
    scopes: frozenset[Scope]
    denied: list[Denied] = field(default_factory=list)
    bound: dict[Hashable, tuple[Slot, Read]] = field(default_factory=dict)

    # Arguments

    def argument(self, node: FieldNode, published: GraphQLField, name: str) -> Argument:
        """As it was given, or as it is by default."""
        described, key = published.args[name], (id(node), name)
        default = None if described.default_value is Undefined else described.default_value
        given = next((a.value for a in node.arguments or () if a.name.value == name), None)
        if isinstance(given, VariableNode):
            variable = given.name.value
            return Argument(key, lambda variables: variables.get(variable, default), fixed=False)
        if given is None:
            return Argument(key, lambda variables: default, fixed=True)
        if holds_variable(given):
            return Argument(key, lambda variables: value_from_ast(given, described.type, dict(variables)), fixed=False)
        constant = value_from_ast(given, described.type)
        return Argument(key, lambda variables: constant, fixed=True)

    def seen(self, argument: Argument, by: Callable[[Any], Hashable] = lambda value: value) -> Any:
        """What the plan turns on: the value itself, or as much as `by` tells of it."""

        def look(variables: Variables) -> Hashable:
            return by(argument.read(variables))

        return look({}) if argument.fixed else self.looks.at(look)

    def slot(self, argument: Argument, by: Callable[[Any], Any] = lambda value: value) -> Slot:
        """What the plan leaves open. The same argument has the same slot wherever it is met."""
        return self.open(argument.key, lambda variables: by(argument.read(variables)))

    def open(self, key: Hashable, read: Read) -> Slot:
        """A slot that is read from the variables in a way of its own."""
        return self.bound.setdefault(key, (Slot(f"p{len(self.bound)}"), read))[0]

    # Fields

    def selected(self, type_: GraphQLObjectType, nodes: Iterable[Any]) -> list[tuple[str, list[FieldNode]]]:
        """What is asked of an object of this type: each response key, with all the nodes that ask for it."""
        fields: dict[str, list[FieldNode]] = {}
        for node in nodes:
            if node.selection_set:
                self.gather(type_, node.selection_set, fields)
        return list(fields.items())

    def gather(
        self, type_: GraphQLObjectType, selections: SelectionSetNode, fields: dict[str, list[FieldNode]]
    ) -> None:
        for node in selections.selections:
            if not self.included(node):
                continue
            if isinstance(node, FieldNode):
                fields.setdefault((node.alias or node.name).value, []).append(node)
            else:
                fragment: Any = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
                if self.applies(fragment, type_):
                    self.gather(type_, fragment.selection_set, fields)

    def applies(self, fragment: Any, type_: GraphQLObjectType) -> bool:
        condition = fragment.type_condition and self.schema.get_type(fragment.type_condition.name.value)
        return condition in (None, type_) or (is_abstract_type(condition) and self.schema.is_sub_type(condition, type_))

    def included(self, node: Any) -> bool:
        return all(
            self.truth(d.arguments[0].value) is (d.name.value == "include")
            for d in node.directives or ()
            if d.name.value in ("skip", "include")
        )

    def truth(self, condition: Any) -> bool:
        if not isinstance(condition, VariableNode):
            return bool(condition.value)
        name = condition.name.value
        return bool(self.looks.at(lambda variables: variables[name]))


def holds_variable(value: ValueNode) -> bool:
    if isinstance(value, VariableNode):
        return True
    inner = getattr(value, "values", None) or [f.value for f in getattr(value, "fields", None) or ()]
    return any(map(holds_variable, inner))
