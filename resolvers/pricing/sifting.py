"""Whether a number filters or sorts a page, so that the numbers of its whole list are needed."""

from collections.abc import Iterator
from typing import Any

from graphql import FieldNode, GraphQLField, get_named_type

from ..declared import answer_of
from ..number_tests import NumberTested, RecordTested
from ..ordering import SORTED_BY
from ..question import Question


def is_sifted(question: Question, published: GraphQLField, node: FieldNode, where: Any) -> bool:
    """`where` is the filter as the client gave it, of any shape: hence `Any`."""
    if any(name in SORTED_BY for name in sorts(question, published, node)):
        return True
    type_: Any = get_named_type(published.args["where"].type) if where else None
    fields = type_.fields if where else {}
    return any(isinstance(answer_of(fields[name]), NumberTested | RecordTested) for name in tests(where))


def sorts(question: Question, published: GraphQLField, node: FieldNode) -> tuple[str, ...]:
    """By what the page is sorted."""
    if "orderBy" not in published.args:
        return ()
    argument = question.argument(node, published, "orderBy")
    named: tuple[str, ...] = question.seen(argument, lambda keys: tuple(key["field"].value for key in keys or ()))
    return named


def tests(where: Any) -> Iterator[str]:
    """The tests that stand at the top of a filter, and in its `and`."""
    for name, value in (where or {}).items():
        if name != "and":
            yield name
        for member in value if name == "and" and isinstance(value, list) else ():
            yield from tests(member)
