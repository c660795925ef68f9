"""Long lists of plain rows in the answer of a change: handed over finished, since field by field they take long.

Rows are told by the names of published fields, with values of any sort that JSON knows: hence `Any`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import strawberry
from graphql import get_named_type

from .context import Info
from .handover import Answered
from .looks import Looks
from .question import Question


def rows(tell: Callable[[Any], Sequence[Mapping[str, Any]]], description: str) -> Any:
    """A list of rows that `tell` finds in what the field is asked of. No resolver of their own runs."""

    def resolve(root: Any, info: Info) -> Any:
        wanted = selected(info)
        return Answered([{key: row[name] for key, name in wanted} for row in tell(root)])

    return strawberry.field(resolver=resolve, description=description)


def selected(info: Info) -> list[tuple[str, str]]:
    """The keys in the response, each with the field that stands under it."""
    raw: Any = info._raw_info  # noqa: SLF001 - Strawberry keeps the schema and the nodes only there
    document: Any = info.context.document
    question = Question(raw.schema, document.fragments, Looks(raw.variable_values), frozenset())
    type_: Any = get_named_type(raw.return_type)
    return [(key, nodes[0].name.value) for key, nodes in question.selected(type_, raw.field_nodes)]
