"""What the viewer may do with a node, as a selection: by the scopes of the token, and by what was granted."""

from collections.abc import Sequence

from graphql import FieldNode, GraphQLObjectType

from graph.reading.permitting import OWN_SOURCES, Allowed
from graph.reading.selection import Constant, May, Permissions

from .declared import Permitted, answer_of
from .question import Question

NOWHERE = Allowed(lambda rights, space, sources: False)
"""Where a token may do what it is not meant for."""


def permissions(question: Question, type_: GraphQLObjectType, nodes: Sequence[FieldNode]) -> Permissions:
    """`type_` is the one that lists what there is to do."""
    members = tuple((key, may(question, type_, same[0].name.value)) for key, same in question.selected(type_, nodes))
    return Permissions(question.open("sources", lambda _: OWN_SOURCES), members)


def may(question: Question, type_: GraphQLObjectType, name: str) -> May | Constant:
    if name == "__typename":
        return Constant(type_.name)
    permitted: Permitted = answer_of(type_.fields[name])
    where = permitted.allowed if permitted.scope in question.scopes else NOWHERE
    return May(question.open(permitted, lambda _: where))
