"""What the type of a published field tells: how many, of which kinds, in which form, and whether it can be null.

graphql-core's types of fields are unions that no checker narrows, hence `Any`.
"""

import re
from typing import Any

from graphql import (
    GraphQLNamedType,
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_list_type,
    is_non_null_type,
    is_union_type,
)

from graph.kinds import KIND
from graph.reading.conditions import Form

from .declared import EdgeEnd, PageRows, PathNodes, answer_of, fields_of

FORMS = (("DateTime", Form.INSTANT), ("Date", Form.DATE), ("Float", Form.MILLIONTHS))


def is_never_null(type_: Any) -> bool:
    return is_non_null_type(type_)


def is_list(type_: Any) -> bool:
    return is_list_type(get_nullable_type(type_))


def form_of(type_: GraphQLNamedType) -> Form:
    return dict(FORMS).get(type_.name, Form.AS_STORED)


def is_page(type_: GraphQLNamedType) -> bool:
    """A page has rows; nothing else does."""
    return any(isinstance(answer_of(field), PageRows) for field in fields_of(type_).values())


def is_node(type_: GraphQLNamedType) -> bool:
    """A node is of a kind, or of one of several; edges, paths and pages are of none."""
    return is_abstract_type(type_) or type_.name in KIND


def labels(type_: Any) -> tuple[str, ...]:
    """The labels of the nodes that a field of this type leads to. An interface is a label itself."""
    if is_union_type(type_):
        return tuple(kind.name for kind in type_.types)
    onward = next((get_named_type(f.type) for f in fields_of(type_).values() if leads_on(f)), None)
    return (type_.name,) if onward is None else labels(onward)


def screaming(name: str) -> str:
    """KeyResult as KEY_RESULT."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()


def leads_on(field: Any) -> bool:
    return isinstance(answer_of(field), PageRows | EdgeEnd | PathNodes)
