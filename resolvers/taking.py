"""What hands the answer over for a field with arguments, and the arguments that lists have in common.

The function runs only where the executor does: the arguments are read from the document itself. They are typed as
Strawberry's own are: `Any`.
"""

from collections.abc import Mapping
from inspect import Parameter, Signature
from types import MappingProxyType
from typing import Annotated, Any, TypeAlias

from strawberry import UNSET

from .arguments import ARCHIVED, KINDS, ORDER, RELATION, WHERE, After, Before, First, Last, LeavesOnly, Said, Text, To
from .context import Info
from .execution import answered

Arguments: TypeAlias = Mapping[str, tuple[Any, Any]]
"""By name, each with its type and its default."""

EITHER_WAY = Parameter.POSITIONAL_OR_KEYWORD

FIRST: Arguments = MappingProxyType({"first": (First, UNSET)})
PAGE: Arguments = MappingProxyType({**FIRST, "after": (After, UNSET), "last": (Last, UNSET), "before": (Before, UNSET)})
LEAVES: Arguments = MappingProxyType({"leaves_only": (LeavesOnly, UNSET)})
WORDS: Arguments = MappingProxyType({"text": (Text, Parameter.empty)})
TARGET: Arguments = MappingProxyType({"to": (To, UNSET)})


def taking(*arguments: Arguments) -> Any:
    """What hands the answer over, for a field that has these arguments, in this order."""

    async def resolve(root: Any, info: Info, **given: Any) -> Any:
        return await answered(info, getattr(root, "id", None))

    first = [Parameter("root", EITHER_WAY, annotation=Any), Parameter("info", EITHER_WAY, annotation=Info)]
    own = [
        Parameter(name, EITHER_WAY, default=default, annotation=type_)
        for some in arguments
        for name, (type_, default) in some.items()
    ]
    resolve.__signature__ = Signature([*first, *own])  # type: ignore[attr-defined]
    return resolve


def filtered(where_type: Any) -> Arguments:
    return one("where", where_type, WHERE)


def sorted_by(order_type: Any) -> Arguments:
    return one("order_by", list[order_type], ORDER)


def of_kinds(kind_type: Any, description: str = KINDS) -> Arguments:
    return one("kinds", list[kind_type], description)


def by_relation(relation_type: Any) -> Arguments:
    return one("relation", relation_type, RELATION)


def of_archive(archive_type: Any) -> Arguments:
    return one("archived", archive_type, ARCHIVED)


def one(name: str, type_: Any, description: str) -> Arguments:
    """An argument that may be left out."""
    return {name: (Annotated[type_ | None, Said(description=description)], UNSET)}
