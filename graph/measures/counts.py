"""How many descendants of each kind stand alike, each once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..database import Reads
from ..kinds import WORK
from ..reading.reader import Reader
from ..records.numbers import KindStateCount
from ..records.states import StateCategory
from ..statements import Statement
from .gathering import known_of

COUNTS = Statement("graph.measures", "counts")

STATES = tuple(state.name for state in StateCategory)


@dataclass(frozen=True)
class DescendantCountsOf:
    """The counts of any work: from tasks to strategies, and from what has not begun to what was given up."""

    async def of(
        self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float
    ) -> Mapping[str, Sequence[KindStateCount]]:
        rows = await graph.value(*COUNTS.given(ids=list(ids), reader=known_of(reader)), timeout)
        return {id_: [counted(*row) for row in sorted(counts, key=place)] for id_, counts in rows}


def place(row: Sequence[str]) -> tuple[int, int]:
    return WORK.index(row[0]), STATES.index(row[1])


def counted(kind: str, state: str, count: int) -> KindStateCount:
    return KindStateCount(kind=kind, state=StateCategory[state], count=count)
