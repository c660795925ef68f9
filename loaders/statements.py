"""Reads of planned questions: one statement each, one for each measure in them, and how many there were."""

from collections.abc import Mapping
from typing import Any

from graph.database import Parameters, Reads
from graph.reading.plan import Plan
from graph.reading.positions import Position
from graph.reading.reader import Reader

from .measures import Asked, Numbers, side_by_side


class Statements:
    """What one request asks of the graph. Answers have the shape of the selection, hence `Any`."""

    def __init__(self, graph: Reads, timeout: float) -> None:
        self._graph, self._timeout = graph, timeout
        self.run = 0

    async def read(self, plan: Plan, parameters: Mapping[str, Any]) -> Any:
        """The one value that the plan's statement answers."""
        return await self.value(plan.text, parameters, self._timeout)

    async def numbers(self, asked: Asked, reader: Reader, position: Position) -> Numbers:
        """What the measures tell, always anew."""
        return await side_by_side(asked, self, reader, self._timeout)

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        self.run += 1
        return await self._graph.value(text, parameters, timeout)

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> list[tuple[Any, ...]]:
        self.run += 1
        return await self._graph.rows(text, parameters, timeout)
