"""The roots. A page of a list is one statement, merged over the spaces as the index wants it."""

import strawberry
from strawberry.extensions import ParserCache, ValidationCache

from . import statements
from .context import Info
from .inputs import WorkItemWhere, WorkOrder
from .schema import KINDS, PageInfo, Project, Strategy, StrategyConnection, WorkItem, WorkItemConnection, made

NEWEST = 2**53, ""
"""The keys that every row comes after."""


@strawberry.type
class Query:
    @strawberry.field
    async def work_item(self, info: Info, id: strawberry.ID) -> WorkItem | None:
        row = await info.context.loaders.nodes.load((id,))
        return made(row) if row else None  # type: ignore[return-value]

    @strawberry.field
    async def project(self, info: Info, id: strawberry.ID) -> Project | None:
        row = await info.context.loaders.nodes.load((id,))
        return made(row) if row else None  # type: ignore[return-value]

    @strawberry.field
    async def strategies(self, info: Info, order_by: list[WorkOrder], first: int = 25) -> StrategyConnection:
        [row] = await info.context.graph.rows(statements.STRATEGIES, first=first)
        nodes = [Strategy(id=found["id"], title=found["title"], row=found) for found in row["found"]]
        return StrategyConnection(nodes=nodes, total_count=row["total"])

    @strawberry.field
    async def work_items(
        self,
        info: Info,
        order_by: list[WorkOrder],
        first: int = 25,
        after: str | None = None,
        where: WorkItemWhere | None = None,
    ) -> WorkItemConnection:
        if where is None:
            at, id_ = after.split(" ") if after else NEWEST
            asked: dict[str, object] = {"createdAt": int(at), "id": id_}
            text = statements.ITEMS
        else:
            asked, text = searched(where), statements.UNDER
        [row] = await info.context.graph.rows(text, first=first, **asked)
        found = row["found"][:first]
        end = f"{row['at'][len(found) - 1]} {found[-1]['id']}" if found else None
        return WorkItemConnection(
            nodes=[WorkItem(id=item["id"], title=item["title"], row=item) for item in found],
            page_info=PageInfo(has_next_page=len(row["found"]) > first, end_cursor=end),
        )


def searched(where: WorkItemWhere) -> dict[str, object]:
    return {"speaksOf": where.title.contains_ignore_case, "flowState": where.flow_state.eq.value, "under": where.under}


def create_schema() -> strawberry.Schema:
    return strawberry.Schema(Query, types=KINDS, extensions=[ParserCache, ValidationCache])
