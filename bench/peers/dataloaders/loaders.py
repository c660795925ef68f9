"""One DataLoader for each field that leads on: what is asked of it in one tick is one statement."""

import asyncio
from collections.abc import Sequence
from typing import Any

from neo4j import READ_ACCESS, AsyncDriver
from strawberry.dataloader import DataLoader

from . import statements

Row = dict[str, Any]
"""What the graph tells of a node; of any shape, hence `Any`."""


class Graph:
    """The database, and what may be read in it."""

    def __init__(self, driver: AsyncDriver, database: str, readable: Sequence[str]) -> None:
        self._driver, self._database, self.readable = driver, database, list(readable)

    async def rows(self, text: str, **parameters: Any) -> list[Any]:
        async with self._driver.session(
            database=self._database, default_access_mode=READ_ACCESS, fetch_size=-1
        ) as session:
            result = await session.run(text, {**parameters, "readable": self.readable})
            return [record async for record in result]


class Batch:
    """Loads keys of the form (id, argument, …): one statement for all ids with the same arguments."""

    def __init__(self, graph: Graph, text: str, *names: str) -> None:
        self._graph, self._text, self._names = graph, text, names

    async def __call__(self, keys: list[tuple[Any, ...]]) -> list[Any]:
        asked = dict.fromkeys(key[1:] for key in keys)
        found = await asyncio.gather(*(self._found(arguments, keys) for arguments in asked))
        by_arguments = dict(zip(asked, found, strict=True))
        return [by_arguments[key[1:]].get(key[0]) for key in keys]

    async def _found(self, arguments: tuple[Any, ...], keys: list[tuple[Any, ...]]) -> dict[str, Any]:
        ids = [key[0] for key in keys if key[1:] == arguments]
        rows = await self._graph.rows(self._text, ids=ids, **dict(zip(self._names, arguments, strict=True)))
        return {row[0]: row[1] for row in rows}


class Loaders:
    """Those of one request."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.nodes = DataLoader(Batch(graph, statements.BY_ID))
        self.parents = DataLoader(Batch(graph, statements.PARENTS, "relation", "first"))
        self.children = {kind: DataLoader(Batch(graph, t, "first")) for kind, t in statements.CHILDREN.items()}
        self.totals = {kind: DataLoader(Batch(graph, text)) for kind, text in statements.TOTALS.items()}
        self.owners = DataLoader(Batch(graph, statements.OWNERS, "first"))
        self.ancestors = DataLoader(Batch(graph, statements.ANCESTORS, "first"))
        self.paths = DataLoader(Batch(graph, statements.PATHS, "first"))
        self.shares = DataLoader(Batch(graph, statements.SHARES))
