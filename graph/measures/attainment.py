"""Attainment: how far a key result is, not held between 0 and 1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..database import Reads
from ..reading.reader import Reader
from ..statements import Statement
from .attaining import attained
from .gathering import goal_of, known_of

ATTAINMENT = Statement("graph.measures", "attainment")


@dataclass(frozen=True)
class AttainmentOf:
    """Attainment of key results; other work has none."""

    async def of(self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, float | None]:
        rows = await graph.value(*ATTAINMENT.given(ids=list(ids), reader=known_of(reader)), timeout)
        found = {id_: attained(goal_of(*goal), value) for id_, value, *goal in rows}
        return {id_: None if value is None else float(value) for id_, value in found.items()}
