"""What the numbers of some work rest on, gathered by one statement and put together as a graph in memory."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from ..database import Reads
from ..ids import kind_of
from ..reading.reader import Reader
from ..records.states import KeyResultDirection, ProgressMethod, ReportedHealth
from ..relations import MILLIONTHS
from ..statements import Statement
from .works import DONE, Bunch, Goal, Part, Report, Schedule, Work, Works, leaf_progress, parts_of_one, resolved

GATHER = Statement("graph.measures", "gather")

Row = Sequence[Any]
"""A list as the statement returns it, of values of many types: hence `Any`."""


async def gathered(graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Works:
    """All visible work at and below the asked; leaves that are alike in bunches. `timeout` in seconds."""
    return works_of(await graph.value(*GATHER.given(ids=list(ids), reader=known_of(reader), each=False), timeout))


async def gathered_each(graph: Reads, reader: Reader, ids: Sequence[str], timeout: float) -> Works:
    """The same with every leaf by itself."""
    return works_of(await graph.value(*GATHER.given(ids=list(ids), reader=known_of(reader), each=True), timeout))


def known_of(reader: Reader) -> dict[str, object]:
    """What statements know of the reader, as the compiled reads are told it."""
    return {"workspace": reader.workspace, "readable": reader.readable}


def works_of(value: Row) -> Works:
    """What the statement returns, put together."""
    (credit, time_zone), rows, plans, asked, bunches, schedules = value
    works = {row[0]: work_of(row, credit) for row in rows}
    for row in asked:
        works.setdefault(row[0], work_of(row, credit))
    for plan in plans:
        follow(works[plan[0]], plan)
    join(works, rows)
    for parent, bunch in bunches_of(bunches, credit):
        if parent in works:
            works[parent].bunches.append(bunch)
    return Works(works, {row[0]: schedule_of(row) for row in schedules}, time_zone or "UTC")


def join(works: Mapping[str, Work], rows: Sequence[Row]) -> None:
    """Makes each work a part of its parents, as far as these are among the works."""
    for row in rows:
        child, edges = works[row[0]], row[5]
        for (parent, weight, _), share in zip(edges, resolved([edge[2] for edge in edges]), strict=True):
            if parent in works:
                works[parent].parts.append(Part(child, parts_of_one(weight), share))


def bunches_of(rows: Sequence[Row], credit: int) -> Iterator[tuple[str, Bunch]]:
    """The bunches with their parents. The only share of a child is its own, else all of it."""
    for parent, weight, share, state, percent, estimated, count, whole, millionths in rows:
        progress = leaf_progress(state, percent, credit) or 0
        size = whole * MILLIONTHS + millionths
        resolved_share = 1 if share is None else parts_of_one(share)
        yield parent, Bunch(count, size, progress, estimated, parts_of_one(weight), resolved_share)


def work_of(row: Row, credit: int) -> Work:
    id_, is_leaf, state, percent, estimate, _ = row
    kind = kind_of(id_)
    assert kind is not None  # the statement finds work alone
    progress = leaf_progress(state, percent, credit) if is_leaf else None
    size = estimate or 0 if progress is not None else 0
    said = percent is not None and state != DONE
    return Work(id_, kind.name, state, is_leaf, progress, size, estimate is not None, said)


def follow(work: Work, plan: Row) -> None:
    """Adds how the progress of a work above the items is told."""
    _, method, report, *goal = plan
    work.method = method and ProgressMethod[method]
    work.report = report and report_of(*report)
    work.goal = goal_of(*goal) if goal[0] else None


def schedule_of(row: Row) -> Schedule:
    _, days, period, cadence, report = row
    span = span_of(days) or span_of(period)
    told = None if report is None else (date.fromisoformat(report[0]), ReportedHealth[report[1]])
    return Schedule(span, cadence, told)


def span_of(days: Row | None) -> tuple[date, date] | None:
    """The first and the last day, where both are known."""
    if days is None or None in days:
        return None
    return date.fromisoformat(days[0]), date.fromisoformat(days[1])


def goal_of(direction: str, start: int | None, target: int | None, least: int | None, most: int | None) -> Goal:
    return Goal(KeyResultDirection[direction], start, target, least, most)


def report_of(
    day: str, value: int | None, progress: int | None, numerator: int | None, denominator: int | None
) -> Report:
    """Progress as reported, else as the count that was reported says."""
    told = None if progress is None else parts_of_one(progress)
    if told is None and denominator:
        told = min(Fraction(1), max(Fraction(0), Fraction(numerator or 0, denominator)))
    return Report(date.fromisoformat(day), value, told)
