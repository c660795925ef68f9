"""Imports a file of items: a job that goes on where it stood, whatever happened to whoever ran it."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

from graph.access.callers import Operator
from graph.database import Database
from graph.jobs.claiming import claimed
from graph.jobs.job import Job
from graph.jobs.reading import refused
from graph.jobs.rehearsing import Rehearsal, rehearsed
from graph.jobs.running import Importing
from graph.writing.actors import Actor
from resolvers.lines import Lines
from schema.query import create_schema

from ..quarantine import quarantine
from .file import content, lines_after, source_of

ACTOR = Actor("import items")

TIMEOUT = 120.0
"""Seconds for one chunk, with its retries."""

Progress = Callable[[int, int], None]


class Items:
    """A file of items that is to go into a workspace. Raises NoItems where it does not say from which source."""

    def __init__(self, database: Database, workspace: str, path: Path) -> None:
        source = source_of(path)
        self._path, self._database = path, database
        self._importing = Importing(database, workspace, source, Operator(), ACTOR, TIMEOUT)
        self._read = partial(lines_after, path, Lines(create_schema(), source))

    async def imported(self, progress: Progress) -> Job:
        """How the import ended. `progress` is told how many lines of how many are done."""
        held = await claimed(self._importing, await asyncio.to_thread(content, self._path))
        done = held.job.lines

        def told(lines: int) -> None:
            nonlocal done
            done += lines
            progress(done, held.job.total)

        told(0)
        job = await held.run(self._read, told)
        progress(job.total, job.total)
        return job

    async def rehearsed(self) -> Rehearsal:
        """What would come of it."""
        return await rehearsed(self._importing, self._read)

    async def quarantined(self, job: Job) -> None:
        """Writes the rows that it refused beside the file."""
        with quarantine(self._path) as put:
            async for row in refused(self._database, job.id, TIMEOUT):
                put(row)
