"""Reads what is recorded of imports."""

from collections.abc import AsyncIterator

from ..database import Reads
from ..statements import Statement
from .job import Job, job_from
from .refusals import Row

REFUSED = Statement("graph.jobs", "refused", sees_all="An import's rows are told to whoever may read the import.")
JOB = Statement("graph.jobs", "job")
JOBS = Statement("graph.jobs", "jobs")

PAGE = 1_000


async def refused(graph: Reads, job: str, timeout: float) -> AsyncIterator[Row]:
    """All rows that an import refused, in the order of the file. `timeout` in seconds, for each thousand."""
    after = (0, 0)
    while True:
        found = await refused_after(graph, job, after, PAGE, timeout)
        for row in found:
            yield row
        if len(found) < PAGE:
            return
        after = (found[-1].line, found[-1].place)


async def refused_after(graph: Reads, job: str, after: tuple[int, int], most: int, timeout: float) -> list[Row]:
    """At most so many rows after a line and a place in it."""
    line, place = after
    return [Row(*row) for row in await graph.value(*REFUSED.given(job=job, line=line, place=place, most=most), timeout)]


async def job(graph: Reads, workspace: str, by: str, id: str, timeout: float) -> Job | None:
    """An import that was begun by whoever has this key; None where there is none."""
    held = await graph.value(*JOB.given(ws=workspace, by=by, id=id), timeout)
    return job_from(held) if held else None


async def jobs(graph: Reads, workspace: str, by: str, most: int, timeout: float) -> list[Job]:
    """The latest of them."""
    return [job_from(held) for held in await graph.value(*JOBS.given(ws=workspace, by=by, most=most), timeout)]
