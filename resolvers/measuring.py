"""From a published number to its measure, and to what is told of the record that this answers."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType, get_named_type, is_enum_type, is_leaf_type

from graph.kinds import WORK
from graph.reading.measured import (
    Held,
    HeldExplanation,
    HeldKind,
    HeldNode,
    HeldRecord,
    Measured,
    Members,
    Spelling,
    Told,
)
from graph.reading.selection import Constant, Value

from .declared import Explained, KindEnum, MeasuredBy, NodesNamed, answer_of, source_of
from .paging import Paging
from .published import is_list, labels, screaming
from .question import Question

Nodes = Sequence[FieldNode]
ALL = 1_000_000
GREATEST_FIRST = (("contribution", True),)
KINDS = tuple((kind, screaming(kind)) for kind in WORK)


class Measuring:
    """Translates one number. `node` translates what is asked of a node that it names; `most` is the longest page."""

    def __init__(self, question: Question, most: int, node: Callable[[Any, Nodes], Value]) -> None:
        self.question, self.most, self.node = question, most, node

    def measured(self, declared: MeasuredBy, published: GraphQLField, nodes: Nodes) -> Measured:
        """The plan turns on what the measure is called with."""
        type_: Any = get_named_type(published.type)
        measure: Any = declared.measure
        asked = {f.name: self.given(f.name, type_, published, nodes) for f in fields(measure)}
        given = {name: value for name, value in asked.items() if value is not None}
        members = None if is_leaf_type(type_) else self.members(type_, nodes)
        return Measured(measure(**given), is_list(published.type), members)

    def given(self, name: str, type_: Any, published: GraphQLField, nodes: Nodes) -> Any:
        """An argument of the field; or `explained`, how many contributions are asked for, None where none is."""
        if name == "explained":
            members = self.members(type_, nodes).members
            return max((most(told) for _, told in members if isinstance(told, HeldExplanation)), default=None)
        argument = self.question.argument(nodes[0], published, name)
        if name == "kinds":
            return Paging(self.question, self.most, self.node).kinds(argument) or None
        if name == "first":
            return self.question.seen(argument, Paging(self.question, self.most, self.node).size)
        return self.question.seen(argument)

    def members(self, type_: GraphQLObjectType, nodes: Nodes) -> Members:
        return Members(tuple((key, self.told(type_, same)) for key, same in self.question.selected(type_, nodes)))

    def told(self, type_: GraphQLObjectType, nodes: Nodes) -> Told:
        name = nodes[0].name.value
        if name == "__typename":
            return Constant(type_.name)
        published = type_.fields[name]
        held, target = source_of(published).python_name, get_named_type(published.type)
        match answer_of(published):
            case KindEnum():
                return HeldKind(held, KINDS)
            case NodesNamed():
                return HeldNode(held, is_list(published.type), labels(target), self.node(target, nodes))
            case Explained():
                return self.explanation(held, published, nodes)
        if is_leaf_type(target):
            return Held(held, spelling_of(target))
        inner: Any = target
        return HeldRecord(held, is_list(published.type), self.members(inner, nodes))

    def explanation(self, name: str, published: GraphQLField, nodes: Nodes) -> HeldExplanation:
        type_: Any = get_named_type(published.type)
        size = Paging(self.question, self.most, self.node).size
        first = self.question.seen(self.question.argument(nodes[0], published, "first"), size)
        keys = self.question.seen(self.question.argument(nodes[0], published, "orderBy"), sorted_by)
        return HeldExplanation(name, first, keys, self.members(type_, nodes))


def most(explanation: HeldExplanation) -> int:
    """How many contributions must be known: the measure itself leaves out those that add the least."""
    return explanation.first if explanation.keys == GREATEST_FIRST else ALL


def sorted_by(keys: Any) -> tuple[tuple[str, bool], ...]:
    """What contributes most comes first, unless something else is asked. Coerced by the schema, hence `Any`."""
    return tuple((key["field"].value, key["direction"].name == "DESC") for key in keys or ()) or GREATEST_FIRST


def spelling_of(type_: Any) -> Spelling:
    if is_enum_type(type_):
        return Spelling.NAME
    return Spelling.INSTANT if type_.name == "DateTime" else Spelling.AS_HELD
