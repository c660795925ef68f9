"""What an import would do: all of it in one transaction, which is then undone, since later lines need earlier ones."""

from dataclasses import dataclass

from ..changes.upserting import upserted_from
from ..database import Transaction
from ..writing.changing import Request, once, record_of
from ..writing.settling import take_turn
from .chunks import Place, chunks
from .job import Counts
from .lines import Read
from .refusals import Row, TooLong, refused_rows
from .running import Importing, counts_of

MOST_REHEARSED = 10_000
"""Items: other writers of the workspace wait until it is undone."""


@dataclass(frozen=True)
class Rehearsal:
    """What would come of an import."""

    counts: Counts
    rows: tuple[Row, ...]


class Undone(Exception):
    """Ends the transaction, with what would have come of it."""

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__()
        self.rehearsal = rehearsal


async def rehearsed(importing: Importing, read: Read) -> Rehearsal:
    """Raises TooLong, and Refused where nothing of the source may be stated."""

    async def work(transaction: Transaction, _: int) -> None:
        raise Undone(await played(importing, read, transaction))

    try:
        await importing.database.changed(work, importing.timeout)
    except Undone as undone:
        return undone.rehearsal
    raise AssertionError("A rehearsal was not undone.")


async def played(importing: Importing, read: Read, transaction: Transaction) -> Rehearsal:
    request = Request(importing.workspace, importing.actor, None, is_rehearsal=True)
    counts, rows, size = Counts(), list[Row](), 0
    await take_turn(transaction, importing.workspace)
    async for chunk in chunks(read, Place()):
        size += chunk.size
        if size > MOST_REHEARSED:
            raise TooLong(MOST_REHEARSED)
        verb = importing.verb(chunk)
        answer = await once(transaction, request, verb, record_of(request, verb))
        upserted = upserted_from(answer.text)
        refused = list(refused_rows(chunk, upserted))
        counts += counts_of(upserted, refused)
        rows += refused
    return Rehearsal(counts, tuple(rows))
