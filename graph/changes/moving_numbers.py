"""What a change moves: the numbers of the work that it touches and of all above, before it is written and after.

Numbers of work follow from what is at it and below it, so no other work can have been moved. Only work that is there
before and after has numbers that move: what a change makes, archives or restores is told by the numbers above it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..database import Reads
from ..measures.effort import Efforts
from ..measures.explaining import as_float
from ..measures.gathering import gathered, known_of
from ..measures.progressing import Progressing
from ..reading.reader import Reader
from ..records.moving import ChangeEffects, MovedNumber, MovingMeasure
from ..records.states import MeasureBasis
from ..statements import Statement
from ..writing.effects import Effects

ABOVE = Statement("graph.changes", "above")
IN_PROGRESS = Statement("graph.changes", "in_progress")

MOST = 2_000
"""Pieces of work whose numbers are looked at."""

Numbers = Mapping[MovingMeasure, Fraction | None]
"""Of one piece of work, exactly."""


@dataclass(frozen=True)
class Before:
    """The numbers before a change, by the ids of the work; None where that is more than is looked at."""

    numbers: Mapping[str, Numbers] | None


@dataclass(frozen=True)
class Moved:
    """One number of one piece of work that a change moves."""

    measure: MovingMeasure
    node: str
    before: Fraction | None
    after: Fraction | None

    @property
    def difference(self) -> Fraction:
        """How much it is moved, 0 to 1: of progress the points, of effort the part of what is the greater. What is not
        known counts as nothing.
        """
        before, after = self.before or Fraction(0), self.after or Fraction(0)
        whole = 1 if self.measure is MovingMeasure.PROGRESS else max(before, after)
        return abs(after - before) / whole if whole else Fraction(0)

    @property
    def record(self) -> MovedNumber:
        return MovedNumber(
            measure=self.measure, node=self.node, before=as_float(self.before), after=as_float(self.after)
        )


async def numbers_before(graph: Reads, reader: Reader, effects: Effects, timeout: float) -> Before:
    """What the change that is judged can move, before it is written. `timeout` in seconds."""
    touched = touched_by(effects)
    if gives_other_credit(effects):
        touched |= set(await graph.value(*IN_PROGRESS.given(reader=known_of(reader), most=MOST + 1), timeout))
    if not touched:
        return Before({})
    asked = ABOVE.given(ids=sorted(touched), reader=known_of(reader), most=MOST + 1)
    ids = await graph.value(*asked, timeout)
    return Before(None if len(ids) > MOST else await numbers(graph, reader, ids, timeout))


async def moved(graph: Reads, reader: Reader, before: Before, timeout: float) -> Sequence[Moved] | None:
    """What the change has moved, once it is written: the greatest difference first. None where too much lies there."""
    if before.numbers is None:
        return None
    after = await numbers(graph, reader, list(before.numbers), timeout)
    return sorted(differing(before.numbers, after), key=lambda one: (-one.difference, one.node, one.measure.name))


def told(moved: Sequence[Moved] | None, measures: frozenset[MovingMeasure], first: int) -> ChangeEffects:
    """The `first` of these measures' numbers."""
    of_these = [one for one in moved or () if one.measure in measures]
    shown = [one.record for one in of_these[:first]]
    return ChangeEffects(numbers=shown, not_shown=len(of_these) - len(shown), too_many=moved is None)


def touched_by(effects: Effects) -> set[str]:
    """The ids of all that is changed, of the ends of edges that come or go, and of what is reported on."""
    nodes = {str(row["id"]) for row in (*effects.change, *effects.move)}
    nodes |= {str(row["child"]) for row in (*effects.open, *effects.close)}
    nodes |= {str(row["parent"]) for row in effects.open}
    return nodes | {str(held["subject"]) for held in properties(effects.create) if "subject" in held}


def gives_other_credit(effects: Effects) -> bool:
    """Whether the workspace's credit for work in progress is changed."""
    return any("inProgressCredit" in held for held in properties(effects.configure))


def properties(rows: Sequence[Mapping[str, object]]) -> Iterator[Mapping[str, object]]:
    for row in rows:
        held = row["properties"]
        assert isinstance(held, Mapping)  # as the statement that writes them takes them
        yield held


async def numbers(graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Mapping[str, Numbers]:
    """All numbers of the work that is there, by one statement."""
    if not ids:
        return {}
    works = await gathered(graph, reader, ids, timeout)
    progressing = Progressing(works)
    estimates, counts = Efforts(MeasureBasis.ESTIMATE), Efforts(MeasureBasis.COUNT)
    return {
        work.id: {
            MovingMeasure.PROGRESS: progressing.of(work).value,
            MovingMeasure.ESTIMATE_TOTAL: estimates.total(work),
            MovingMeasure.ESTIMATE_DONE: estimates.finished(work),
            MovingMeasure.COUNT_TOTAL: counts.total(work),
            MovingMeasure.COUNT_DONE: counts.finished(work),
        }
        for work in (works.by_id[id_] for id_ in ids if id_ in works.by_id)
    }


def differing(before: Mapping[str, Numbers], after: Mapping[str, Numbers]) -> Iterator[Moved]:
    for id_ in before.keys() & after.keys():
        for measure, was in before[id_].items():
            if was != after[id_][measure]:
                yield Moved(measure, id_, was, after[id_][measure])
