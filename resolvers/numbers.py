"""The words of the schema for numbers: one for a measure, and one for each way in which its record is told.

They are typed as Strawberry's own are: `Any`, so that the class's annotation gives the type.
"""

from typing import Any

import strawberry

from graph.measures.measure import Measure

from .declared import Explained, MeasuredBy, NodesNamed
from .fields import declared, handed_over
from .taking import FIRST, sorted_by, taking


def measured(measure: type[Measure], description: str, **arguments: Any) -> Any:
    """A number of the node. The arguments are those that the measure is called with, each with its type and default."""
    return declared(MeasuredBy(measure), description, taking(arguments) if arguments else handed_over)


def named() -> Any:
    """The node, or the nodes, that the record names by their ids. Its words are the record's."""
    return declared(NodesNamed(), "")


def explained(order_type: Any, description: str) -> Any:
    """What the number is made of, cut after so many contributions; published as `explain`."""
    resolver = taking(FIRST, sorted_by(order_type))
    return strawberry.field(
        resolver=resolver, name="explain", metadata={"answer": Explained()}, description=description
    )
