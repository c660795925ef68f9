"""Reads of planned questions: one statement each, and how many there were."""

from collections.abc import Mapping
from typing import Any

from graph.database import Reads
from graph.reading.plan import Plan


class Statements:
    """What one request asks of the graph. Answers have the shape of the selection, hence `Any`."""

    def __init__(self, graph: Reads, timeout: float) -> None:
        self._graph, self._timeout = graph, timeout
        self.run = 0

    async def read(self, plan: Plan, parameters: Mapping[str, Any]) -> Any:
        """The one value that the plan's statement answers."""
        self.run += 1
        return await self._graph.value(plan.text, parameters, self._timeout)
