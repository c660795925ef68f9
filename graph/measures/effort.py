"""Effort: how much work stands behind something, each leaf by the share that goes there, and what is done of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..database import Reads
from ..reading.reader import Reader
from ..records.numbers import Effort
from ..records.states import MeasureBasis
from ..relations import MILLIONTHS
from .explaining import Added, explanation
from .gathering import gathered, gathered_each
from .leaves import leaves_below
from .summing import COUNT, COUNT_DONE, SIZE, SIZE_DONE, Amount, Sum
from .works import Part, Work


@dataclass(frozen=True)
class EffortOf:
    """Effort of any work, counted in leaves or in their estimates.

    `explained`: how many contributions are told, the most first; None where none is.
    """

    basis: MeasureBasis
    explained: int | None = None

    async def of(self, graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, Effort]:
        gather = gathered if self.explained is None else gathered_each
        works = await gather(graph, reader, ids, timeout)
        efforts, told = Efforts(self.basis), dict[str, Effort]()
        for work in (works.by_id[id_] for id_ in ids if id_ in works.by_id):
            told[work.id] = efforts.record(work)
            if self.explained is not None:
                told[work.id].explanation = explanation(list(efforts.added_to(work)), self.explained)
        return told


class Efforts:
    """The effort behind any piece, exactly."""

    def __init__(self, basis: MeasureBasis) -> None:
        self.basis = basis
        all_of, done_of, self.unit = amounts(basis)
        self.all, self.done = Sum(all_of), Sum(done_of)

    def total(self, work: Work) -> Fraction:
        return Fraction(self.all.of(work)) / self.unit

    def finished(self, work: Work) -> Fraction:
        return Fraction(self.done.of(work)) / (self.unit * MILLIONTHS)

    def unestimated(self, work: Work) -> int:
        """How many leaves below have no estimate, each once; none where leaves are counted."""
        return leaves_below(work, always).unestimated if self.basis is MeasureBasis.ESTIMATE else 0

    def added_to(self, work: Work) -> Iterator[Added]:
        """What each child adds to the total; every leaf is known by itself."""
        for part in [Part(work, 1, 1)] if work.is_leaf else work.parts:
            path = [part.work.id] if work.is_leaf else [part.work.id, work.id]
            total = self.total(part.work)
            size = total * MILLIONTHS if self.basis is MeasureBasis.ESTIMATE else None
            progress = self.finished(part.work) / total if total else None
            yield Added(path, part.share, None, size, progress, part.share * total)

    def record(self, work: Work) -> Effort:
        total, done = self.total(work), self.finished(work)
        return Effort(
            basis=self.basis,
            total=float(total),
            done=float(done),
            remaining=float(total - done),
            unestimated=self.unestimated(work),
        )


def amounts(basis: MeasureBasis) -> tuple[Amount, Amount, int]:
    """All of it and what is done of it, and how much of the first is one."""
    if basis is MeasureBasis.COUNT:
        return COUNT, COUNT_DONE, 1
    return SIZE, SIZE_DONE, MILLIONTHS


def always(_: Work) -> bool:
    return True
