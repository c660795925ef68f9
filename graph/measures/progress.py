"""Progress: how far a piece of work is, by which method, taken from what, and how much of what counts is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..database import Reads
from ..instants import instant_of
from ..reading.reader import Reader
from ..records.numbers import Progress
from .days import beginning
from .explaining import added_to, as_float, explanation
from .gathering import gathered, gathered_each
from .progressing import Far, Progressing


@dataclass(frozen=True)
class ProgressOf:
    """Progress of any work. `explained`: how many contributions are told, the most first; None where none is."""

    explained: int | None = None

    async def of(self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, Progress]:
        gather = gathered if self.explained is None else gathered_each
        works = await gather(graph, reader, ids, timeout)
        progressing, told = Progressing(works), dict[str, Progress]()
        for work in (works.by_id[id_] for id_ in ids if id_ in works.by_id):
            told[work.id] = record(progressing.of(work), reader.now, works.time_zone)
            if self.explained is not None:
                told[work.id].explanation = explanation(added_to(work, progressing), self.explained)
        return told


def record(far: Far, now: int, time_zone: str) -> Progress:
    """What is told of it. `now` in milliseconds since 1970."""
    return Progress(
        value=as_float(far.value),
        method=far.method,
        source=far.source,
        coverage=as_float(far.coverage),
        as_of=beginning(far.day, time_zone) if far.day else instant_of(now),
    )
