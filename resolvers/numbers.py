"""The words of the schema for numbers: one for a measure, and one for each way in which its record is told.

They are typed as Strawberry's own are: `Any`, so that the class's annotation gives the type.
"""

from inspect import Parameter, Signature
from typing import Annotated, Any

import strawberry
from strawberry import UNSET

from graph.measures.measure import Measure

from .arguments import ORDER, First, Said
from .declared import Explained, MeasuredBy, NodesNamed
from .execution import answered
from .fields import Info, declared, handed_over

EITHER_WAY = Parameter.POSITIONAL_OR_KEYWORD


def measured(measure: type[Measure], description: str, **arguments: Any) -> Any:
    """A number of the node. The arguments are those that the measure is called with, each with its type and default."""
    return declared(MeasuredBy(measure), description, taking(arguments) if arguments else handed_over)


def taking(arguments: dict[str, tuple[Any, Any]]) -> Any:
    """What hands the answer over, for a field that has these arguments."""

    async def resolve(root: Any, info: Info, **given: Any) -> Any:
        return await answered(info, root.id)

    first = [Parameter("root", EITHER_WAY, annotation=Any), Parameter("info", EITHER_WAY, annotation=Info)]
    own = [
        Parameter(name, EITHER_WAY, default=default, annotation=type_) for name, (type_, default) in arguments.items()
    ]
    resolve.__signature__ = Signature([*first, *own])  # type: ignore[attr-defined]
    return resolve


def named() -> Any:
    """The node, or the nodes, that the record names by their ids. Its words are the record's."""
    return declared(NodesNamed(), "")


def explained(order_type: Any, description: str) -> Any:
    """What the number is made of, cut after so many contributions; published as `explain`."""

    async def resolve(
        root: Any,
        info: Info,
        first: First = UNSET,
        order_by: Annotated[list[order_type] | None, Said(description=ORDER)] = UNSET,
    ) -> Any:
        return await answered(info)

    return strawberry.field(resolver=resolve, name="explain", metadata={"answer": Explained()}, description=description)
