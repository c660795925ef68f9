"""From a published property that the store holds in parts, as money, to a selection of those."""

from collections.abc import Iterator, Sequence

from graphql import FieldNode, GraphQLObjectType

from graph.reading.conditions import Stored
from graph.reading.selection import Composed, Constant, Object

from .declared import Part, answer_of
from .question import Question


def composed(question: Question, property: str, type_: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Composed:
    """What is told of a property whose type has parts."""

    def parts() -> Iterator[tuple[str, Stored | Constant]]:
        for key, [first, *_] in question.selected(type_, nodes):
            name = first.name.value
            yield key, Constant(type_.name) if name == "__typename" else part(property, type_, name)

    return Composed(property, Object(tuple(parts())))


def part(property: str, type_: GraphQLObjectType, name: str) -> Stored:
    declared = answer_of(type_.fields[name])
    if not isinstance(declared, Part):
        raise TypeError(f"{type_.name}.{name} says nothing of {property}: declare which part of it.")
    return Stored(property + declared.after, required=True, form=declared.form)
