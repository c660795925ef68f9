"""The part of our interface that the bench asks about, resolved field by field."""

from typing import Annotated

import strawberry

from .context import Info
from .inputs import FlowState, LineageRelation, WorkNodeKind, WorkOrder
from .lineage import AncestorConnection, AncestorEdge, LineagePath, LineagePaths
from .loaders import Row


@strawberry.type
class PageInfo:
    has_next_page: bool
    end_cursor: str | None


@strawberry.interface
class WorkNode:
    id: strawberry.ID
    title: str
    row: strawberry.Private[Row]

    @strawberry.field
    def kind(self) -> WorkNodeKind:
        return WorkNodeKind(type(self).__name__)

    @strawberry.field
    async def parents(self, info: Info, relation: LineageRelation, first: int = 25) -> "LineageConnection":
        rows = await info.context.loaders.parents.load((self.id, relation.value, first))
        return LineageConnection(nodes=[made(row) for row in rows])


@strawberry.type
class LineageConnection:
    nodes: list[WorkNode]


@strawberry.type
class Person:
    id: strawberry.ID
    name: str


@strawberry.type
class Team:
    id: strawberry.ID
    name: str


Owner = Annotated[Person | Team, strawberry.union("Owner")]


@strawberry.type
class OwnershipEdge:
    role: str
    node: Owner


@strawberry.type
class OwnershipConnection:
    edges: list[OwnershipEdge]


@strawberry.type
class WorkItem(WorkNode):
    @strawberry.field
    def flow_state(self) -> FlowState:
        return FlowState(self.row["flowState"])

    @strawberry.field
    def state_category(self) -> str:
        return str(self.row["stateCategory"])

    @strawberry.field
    def revision(self) -> int:
        return int(self.row["revision"])

    @strawberry.field
    def labels(self) -> list[str]:
        return list(self.row["labels"])

    @strawberry.field
    def created_at(self) -> str:
        return str(self.row["createdAt"])

    @strawberry.field
    def updated_at(self) -> str:
        return str(self.row["updatedAt"])

    @strawberry.field
    async def owners(self, info: Info, first: int = 25) -> OwnershipConnection:
        rows = await info.context.loaders.owners.load((self.id, first))
        return OwnershipConnection(edges=[OwnershipEdge(role=row["role"], node=owner(row)) for row in rows])

    @strawberry.field
    async def ancestors(self, info: Info, first: int = 25) -> AncestorConnection:
        rows = await info.context.loaders.ancestors.load((self.id, first))
        return AncestorConnection(edges=[AncestorEdge(distance=row[0], id=row[1]) for row in rows])

    @strawberry.field
    async def paths(self, info: Info, kinds: list[WorkNodeKind], first: int = 25) -> LineagePaths:
        if kinds != [WorkNodeKind.STRATEGY]:
            raise ValueError("Only paths to strategies are told here.")
        rows = await info.context.loaders.paths.load((self.id, first))
        return LineagePaths(paths=[LineagePath(row=row) for row in rows[:first]], truncated=len(rows) > first)


@strawberry.type
class WorkItemConnection:
    nodes: list[WorkItem]
    page_info: PageInfo


@strawberry.type
class ItemsOfProject:
    nodes: list[WorkItem]


@strawberry.type
class KeyResult(WorkNode):
    @strawberry.field
    def unit(self) -> str:
        return str(self.row["unit"])


@strawberry.type
class KeyResultConnection:
    of: strawberry.Private[str]
    first: strawberry.Private[int]

    @strawberry.field
    async def total_count(self, info: Info) -> int:
        return int(await info.context.loaders.totals["KeyResult"].load((self.of,)))

    @strawberry.field
    async def nodes(self, info: Info) -> list[KeyResult]:
        rows = await info.context.loaders.children["KeyResult"].load((self.of, self.first))
        return [KeyResult(id=row["id"], title=row["title"], row=row) for row in rows]


@strawberry.type
class Objective(WorkNode):
    @strawberry.field
    def status(self) -> str:
        return str(self.row["status"])

    @strawberry.field
    def key_results(self, order_by: list[WorkOrder], first: int = 25) -> KeyResultConnection:
        return KeyResultConnection(of=self.id, first=first)


@strawberry.type
class ObjectiveConnection:
    of: strawberry.Private[str]
    first: strawberry.Private[int]

    @strawberry.field
    async def total_count(self, info: Info) -> int:
        return int(await info.context.loaders.totals["Objective"].load((self.of,)))

    @strawberry.field
    async def nodes(self, info: Info) -> list[Objective]:
        rows = await info.context.loaders.children["Objective"].load((self.of, self.first))
        return [Objective(id=row["id"], title=row["title"], row=row) for row in rows]


@strawberry.type
class Strategy(WorkNode):
    @strawberry.field
    def objectives(self, order_by: list[WorkOrder], first: int = 25) -> ObjectiveConnection:
        return ObjectiveConnection(of=self.id, first=first)


@strawberry.type
class StrategyConnection:
    nodes: list[Strategy]
    total_count: int


@strawberry.type
class Initiative(WorkNode):
    """Nothing of its own is asked."""


@strawberry.type
class Project(WorkNode):
    @strawberry.field
    async def work_items(self, info: Info, order_by: list[WorkOrder], first: int = 25) -> ItemsOfProject:
        rows = await info.context.loaders.children["WorkItem"].load((self.id, first))
        return ItemsOfProject(nodes=[WorkItem(id=row["id"], title=row["title"], row=row) for row in rows])


KINDS: tuple[type[WorkNode], ...] = (WorkItem, Project, Initiative, Objective, KeyResult, Strategy)


def made(row: Row) -> WorkNode:
    """The node, as its kind."""
    [kind] = [kind for kind in KINDS if kind.__name__ == row["kind"]]
    return kind(id=row["id"], title=row["title"], row=row)


def owner(row: Row) -> Person | Team:
    return (Person if row["person"] else Team)(id=row["id"], name=row["name"])
