"""Measures that an answer asks for: each of them by one statement, for all of its nodes."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

from graph.database import Reads
from graph.measures.measure import Measure
from graph.reading.reader import Reader

Asked: TypeAlias = Mapping[Measure, Sequence[str]]
"""Which measures are asked for, and of which nodes by their ids."""

Numbers: TypeAlias = Mapping[Measure, Mapping[str, Any]]
"""The records by the ids of the nodes. They are of many types, hence `Any`."""


async def side_by_side(asked: Asked, graph: Reads, reader: Reader, timeout: float) -> Numbers:
    """All measures at once. `timeout` in seconds."""
    told = await asyncio.gather(*(measure.of(graph, reader, ids, timeout) for measure, ids in asked.items()))
    return dict(zip(asked, told, strict=True))


async def in_turn(asked: Asked, graph: Reads, reader: Reader, timeout: float) -> Numbers:
    """One after the other, where what is read from does one thing at a time."""
    return {measure: await measure.of(graph, reader, ids, timeout) for measure, ids in asked.items()}
