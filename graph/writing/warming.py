"""Plans every statement that writes before writers come: a cold plan would stall a workspace during its turn."""

from contextlib import suppress
from uuid import uuid4

from ..database import Database, Transaction
from .gathering import GATHER
from .kin import KIN
from .settling import SETTLE, TURN
from .workspaces import WORKSPACE

STATEMENTS = (GATHER, KIN, TURN, SETTLE)


class Planned(Exception):
    """All is planned, and what was written for that must be rolled back."""


async def warm(database: Database, timeout: float) -> None:
    """Runs each statement where it finds nothing, and leaves nothing written. `timeout` in seconds.

    Twice, since Neo4j plans a statement once more where its transaction has written something already.
    """

    async def work(transaction: Transaction, _: int) -> None:
        await run_all(transaction)
        await transaction.row(*WORKSPACE.given(ws=uuid4().hex, holds={}))
        await run_all(transaction)
        raise Planned

    with suppress(Planned):
        await database.changed(work, timeout)


async def run_all(transaction: Transaction) -> None:
    for statement in STATEMENTS:
        await transaction.row(*statement.given(**{name: {} for name in statement.parameters}))
