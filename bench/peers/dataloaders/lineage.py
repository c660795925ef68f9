"""Ancestors and paths: the ids come from one statement, the nodes and the shares each from their loader."""

import asyncio
from math import prod
from typing import TYPE_CHECKING, Annotated

import strawberry

from .context import Info
from .inputs import LineageRelation
from .loaders import Row

if TYPE_CHECKING:
    from .schema import WorkNode

Above = Annotated["WorkNode", strawberry.lazy(".schema")]
MILLIONTHS = 1_000_000


@strawberry.type
class AncestorEdge:
    distance: int
    id: strawberry.Private[str]

    @strawberry.field
    async def node(self, info: Info) -> Above:
        return await info.context.node(self.id)  # type: ignore[no-any-return]


@strawberry.type
class AncestorConnection:
    edges: list[AncestorEdge]


@strawberry.type
class LineageStep:
    relation: LineageRelation
    row: strawberry.Private[Row]

    @strawberry.field
    def share(self) -> float | None:
        share: int | None = self.row["share"]
        return None if share is None else share / MILLIONTHS

    @strawberry.field
    async def resolved_share(self, info: Info) -> float:
        shares = await info.context.loaders.shares.load((self.row["child"],))
        return float(dict(shares)[self.row["id"]])


@strawberry.type
class LineagePath:
    row: strawberry.Private[Row]

    @strawberry.field
    async def nodes(self, info: Info) -> list[Above]:
        return list(await asyncio.gather(*(info.context.node(id_) for id_ in self.row["nodes"])))

    @strawberry.field
    def edges(self) -> list[LineageStep]:
        return [LineageStep(relation=LineageRelation(edge["relation"]), row=edge) for edge in self.row["edges"]]

    @strawberry.field
    async def share(self, info: Info) -> float:
        steps = (LineageStep(relation=LineageRelation(edge["relation"]), row=edge) for edge in self.row["edges"])
        loaded = await asyncio.gather(*(info.context.loaders.shares.load((step.row["child"],)) for step in steps))
        return float(prod(dict(shares)[edge["id"]] for shares, edge in zip(loaded, self.row["edges"], strict=True)))


@strawberry.type
class LineagePaths:
    paths: list[LineagePath]
    truncated: bool
