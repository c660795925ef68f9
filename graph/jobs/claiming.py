"""Begins an import of a file, or goes on with the one that was begun."""

from dataclasses import dataclass
from uuid import uuid4

from ..database import Transaction
from ..statements import Statement
from ..writing.changing import UnknownWorkspace
from ..writing.identities import key_of
from ..writing.texts import one_line
from .job import job_from, new_job_id
from .running import Held, Importing

CLAIM = Statement("graph.jobs", "claim", sees_all="It finds an import by its key, for whoever owns the database.")


@dataclass(frozen=True)
class Content:
    """What a file is known by: its name is not among it. `lines` counts its lines."""

    sha256: str
    lines: int
    name: str


async def claimed(importing: Importing, content: Content) -> Held:
    """The import of a file with just this content, wherever it stands. Whoever ran it runs it no longer.

    Raises UnknownWorkspace, Unfit.
    """
    one_line("source", importing.source)
    holder = uuid4().hex
    job = {
        "id": new_job_id(),
        "ws": importing.workspace,
        "key": key_of(importing.workspace, importing.source, content.sha256),
        "source": importing.source,
        "sha256": content.sha256,
        "name": content.name,
        "total": content.lines,
        "client": importing.actor.client,
    }

    async def work(transaction: Transaction, _: int) -> Held:
        row = await transaction.row(*CLAIM.given(job=job, holder=holder))
        if row is None:
            raise UnknownWorkspace(importing.workspace)
        return Held(importing, job_from(row[0]), holder)

    return await importing.database.changed(work, importing.timeout)
