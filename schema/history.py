"""What was changed, as it is published: the revisions of one node, and the feed of the workspace."""

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import strawberry
from strawberry.scalars import JSON

from graph.history.revisions import HistoryOf
from graph.records import history
from resolvers.arguments import Said
from resolvers.history import entry_instant, entry_node
from resolvers.numbers import measured, named
from resolvers.scopes import Scope
from resolvers.types import published

from .around import Node, Person
from .pages import PageInfo
from .scalars import ChangeKind, StatedRelation

if TYPE_CHECKING:
    from .work import WorkNode

AnyWork = Annotated["WorkNode", strawberry.lazy("schema.work")]
FIRST = Annotated[int, Said(description="How many, from the latest on: at most 100.")], 25
AFTER = Annotated[str | None, Said(description="The cursor of the revision to go on from.")], None


@published
class PropertyChange(history.PropertyChange):
    from_: JSON | None = strawberry.field(name="from")
    to: JSON | None


@published
class Revision(history.Revision):
    by: Person | None = named()  # type: ignore[assignment]
    changes: list[PropertyChange]  # type: ignore[assignment]


@strawberry.type(description="A revision in its list.")
class RevisionEdge:
    cursor: str = strawberry.field(description="Where it stands in the list.")
    node: Revision = strawberry.field(description="The revision.")


@strawberry.type(description="One page of the revisions of a node, the latest first.")
class RevisionConnection:
    edges: list[RevisionEdge] = strawberry.field(description="The rows.")
    nodes: list[Revision] = strawberry.field(description="The revisions themselves.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in its list.")
    total_count: int = strawberry.field(description="How many revisions there are.")


@strawberry.type(description="One change of a node or of an edge between two, as the feed of the workspace has it.")
class Change:
    kind: ChangeKind = strawberry.field(description="What sort of change it was.")
    at: datetime = entry_instant("When it was made.")
    by: Person | None = entry_node("by", Scope.WORK_READ, "Who made it; null where that was not said to be a person.")
    client: str = strawberry.field(description="The program through which it was made.")
    node: Node | None = entry_node("node", Scope.WORK_READ, "What was changed, as it is today; null for an edge.")
    revision: int | None = strawberry.field(description="The revision that the node came to by it; null for an edge.")
    properties: list[str] = strawberry.field(description="Which of the node's fields it changed.")
    relation: StatedRelation | None = strawberry.field(description="Of what relation the edge is; null for a node.")
    child: Node | None = entry_node("child", Scope.WORK_READ, "From where the edge leads, as it is today.")
    parent: Node | None = entry_node("parent", Scope.WORK_READ, "Where the edge leads, as it is today.")
    share: float | None = strawberry.field(description="The share that the edge has, where one was stated.")
    weight: float | None = strawberry.field(description="The weight of the edge; null where it is none of lineage.")


@strawberry.type(description="An entry in its list.")
class ChangeEdge:
    cursor: str = strawberry.field(description="Where it stands: go on from there, today or later.")
    node: Change = strawberry.field(description="The entry.")


@strawberry.type(description="Some entries of the feed, in the order in which the changes were made.")
class ChangeConnection:
    edges: list[ChangeEdge] = strawberry.field(description="The rows.")
    nodes: list[Change] = strawberry.field(description="The entries themselves.")
    page_info: PageInfo = strawberry.field(description="Where the page stands in the feed.")


def revisions(description: str) -> Any:
    """A page of the revisions of the node."""
    return measured(HistoryOf, description, first=FIRST, after=AFTER)
