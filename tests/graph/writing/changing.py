"""Changes of single nodes, as tests make them: by somebody who may do whatever there is."""

from dataclasses import dataclass

from graph.access.callers import Operator
from graph.changes.archiving import ArchiveNode, Put
from graph.changes.linking import LinkNodes, ReplaceLink, UnlinkNodes
from graph.changes.restoring import RestoreNode
from graph.refusals import Refused
from graph.relations import PART_OF, RELATION
from graph.writing.changing import Request, Verb, changed
from tests.graph.writing.store import ACTOR, Store


@dataclass(frozen=True)
class Changing:
    """Changes in one workspace; `ids` by name."""

    store: Store
    ids: dict[str, str]

    @classmethod
    def of(cls, store: Store) -> "Changing":
        rows = store.rows("MATCH (r:ExternalReference {ws: $ws, role: 'IDENTITY'}) RETURN r.externalId, r.node")
        return cls(store, dict(rows))

    async def made(self, verb: Verb) -> str:
        """What it answers, or the code of its refusal."""
        try:
            request = Request(self.store.workspace, ACTOR, None)
            return (await changed(self.store.database, request, verb, timeout=30)).text
        except Refused as refused:
            return refused.code

    async def archive(self, name: str) -> str:
        return await self.made(ArchiveNode(self.store.workspace, Operator(), self.ids[name], None))

    async def restore(self, name: str) -> str:
        return await self.made(RestoreNode(self.store.workspace, Operator(), self.ids[name], None))

    async def link(self, child: str, relation: str, parent: str, **holds: object) -> str:
        ends = self.ids[child], RELATION[relation], self.ids[parent]
        return await self.made(LinkNodes(self.store.workspace, Operator(), "linkNodes", *ends, holds))

    async def unlink(self, child: str, relation: str, parent: str) -> str:
        ends = self.ids[child], RELATION[relation], self.ids[parent]
        return await self.made(UnlinkNodes(self.store.workspace, Operator(), "unlinkNodes", *ends))

    async def reparent(self, child: str, parent: str | None) -> str:
        end = self.ids[parent] if parent else None
        return await self.made(ReplaceLink(self.store.workspace, Operator(), "reparent", self.ids[child], PART_OF, end))

    def put(self, text: str) -> tuple[int, int]:
        """How many nodes were put, and how many links were left."""
        put = Put.of(text)
        return put.count, put.left
