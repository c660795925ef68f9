"""Runs an import chunk by chunk: each is one change, which records in its own transaction that it was made."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from ..access.callers import Caller
from ..changes.upserting import Upserted, UpsertWork, upserted_from
from ..database import Database, Transaction
from ..refusals import Refused
from ..statements import Statement
from ..writing.actors import Actor
from ..writing.answers import Answer
from ..writing.changing import Request, changed_and_told
from ..writing.stated import Outcome
from .chunks import Chunk, chunks
from .job import Counts, Job, JobState, job_from
from .lines import Read
from .refusals import Row, TakenOver, refused_rows

ADVANCE = Statement("graph.jobs", "advance", sees_all="It records how far an import is, and reads nothing else.")
FINISH = Statement("graph.jobs", "finish", sees_all="It records that an import ended, and reads nothing else.")

LEASE = 30_000
"""Milliseconds for which an import is its holder's after each chunk: longer than a chunk may take."""


@dataclass(frozen=True)
class Importing:
    """By whom a source's work is stated, and where. `timeout` is for one chunk, in seconds."""

    database: Database
    workspace: str
    source: str
    caller: Caller
    actor: Actor
    timeout: float

    def verb(self, chunk: Chunk) -> UpsertWork:
        nodes = tuple(node for _, node in chunk.nodes)
        children = tuple(child for _, child in chunk.children)
        return UpsertWork(self.workspace, self.caller, self.source, nodes, children, is_atomic=False)


@dataclass(frozen=True)
class Held:
    """An import that this process runs, until another one takes it over."""

    importing: Importing
    job: Job
    holder: str

    async def run(self, read: Read, progress: Callable[[int], None]) -> Job:
        """Brings in what is left, and answers how it ended. `progress` is told how many lines each chunk had.

        Raises TakenOver, and Refused where nothing of the source may be stated.
        """
        async for chunk in chunks(read, self.job.place):
            await self.make(chunk)
            progress(chunk.lines)
        return await self.finish()

    async def make(self, chunk: Chunk) -> None:
        """Makes one chunk, once."""

        async def tell(transaction: Transaction, answer: Answer) -> None:
            record = self.record(chunk, upserted_from(answer.text))
            if await transaction.row(*ADVANCE.given(chunk=record)) is None:
                raise TakenOver

        key = f"import {self.job.id} chunk {chunk.place.chunk}"
        request = Request(self.importing.workspace, self.importing.actor, key)
        await changed_and_told(
            self.importing.database, request, self.importing.verb(chunk), tell, self.importing.timeout
        )

    def record(self, chunk: Chunk, upserted: Upserted) -> dict[str, object]:
        """What is recorded of a chunk that is made."""
        rows = list(refused_rows(chunk, upserted))
        return {
            "job": self.job.id,
            "holder": self.holder,
            "lease": LEASE,
            "chunks": chunk.place.chunk,
            "round": chunk.place.round,
            "line": chunk.place.line,
            "lines": chunk.lines,
            "rows": [asdict(row) for row in rows],
            **asdict(counts_of(upserted, rows)),
        }

    async def finish(self) -> Job:
        """Records that all of it was brought in."""
        return await self._ended(JobState.FINISHED, None, None)

    async def stop(self, refusal: Refused) -> Job:
        """Records that it cannot go on, and why."""
        return await self._ended(JobState.STOPPED, refusal.code, str(refusal))

    async def _ended(self, state: JobState, code: str | None, message: str | None) -> Job:
        given = FINISH.given(job=self.job.id, holder=self.holder, state=state.name, code=code, message=message)

        async def work(transaction: Transaction, _: int) -> Job:
            row = await transaction.row(*given)
            if row is None:
                raise TakenOver
            return job_from(row[0])

        return await self.importing.database.changed(work, self.importing.timeout)


def counts_of(upserted: Upserted, rows: Sequence[Row]) -> Counts:
    """What came of a chunk. `rows` are all that it refused, lines that state nothing among them."""
    return Counts(
        upserted.count(Outcome.CREATED),
        upserted.count(Outcome.UPDATED),
        upserted.count(Outcome.UNCHANGED),
        len(rows),
        upserted.closed,
    )
