"""Our engine inside this process, without HTTP, and the statements that it sends to the graph."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from graph.database import Database, Parameters, Reads, opened
from graph.reading.cursors import Cursors
from loaders.statements import Statements
from resolvers.context import Context
from resolvers.viewer import Viewer
from schema.query import create_schema

from .load.exchange import Failed
from .scene import Scene
from .systems.ours import SECRET
from .viewer import viewer_of

TIMEOUT = 60.0
Sent = tuple[str, Parameters]


class Watched:
    """The graph, remembering what it was asked. Answers are of any shape, hence `Any`."""

    def __init__(self, graph: Reads) -> None:
        self._graph = graph
        self.sent: list[Sent] = []

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        self.sent.append((text, parameters))
        return await self._graph.value(text, parameters, timeout)

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> list[tuple[Any, ...]]:
        self.sent.append((text, parameters))
        return await self._graph.rows(text, parameters, timeout)


class Inside:
    """The engine, asked by a viewer who is known."""

    def __init__(self, database: Database, viewer: Viewer) -> None:
        self.database, self.viewer, self.schema = database, viewer, create_schema()
        self.cursors = Cursors(SECRET.encode())

    async def answered(self, text: str, variables: Mapping[str, Any], graph: Reads | None = None) -> Any:
        """The data, of the question's own shape, hence `Any`.

        Raises:
            Failed: there were errors.
        """
        context = Context(self.viewer, Statements(graph or self.database, TIMEOUT), self.cursors)
        result = await self.schema.execute(text, dict(variables), context)
        if result.errors:
            raise Failed(str(result.errors))
        return result.data

    async def sent(self, text: str, variables: Mapping[str, Any]) -> list[Sent]:
        """The statements that a question takes."""
        watched = Watched(self.database)
        await self.answered(text, variables, watched)
        return watched.sent


@asynccontextmanager
async def inside(scene: Scene) -> AsyncIterator[Inside]:
    async with opened(scene.uri, scene.user, scene.password, scene.database) as database:
        yield Inside(database, viewer_of(scene.readable))
