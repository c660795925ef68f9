"""Plans every statement that writes before writers come: a cold plan would stall a workspace during its turn."""

from ..database import Database, Transaction
from .gathering import GATHER
from .kin import KIN
from .settling import SETTLE, TURN

STATEMENTS = (GATHER, KIN, TURN, SETTLE)


async def warm(database: Database, timeout: float) -> None:
    """Runs each statement about no workspace, so that it finds nothing and writes nothing. `timeout` in seconds."""

    async def work(transaction: Transaction, _: int) -> None:
        for statement in STATEMENTS:
            await transaction.row(*statement.given(**{name: {} for name in statement.parameters}))

    await database.changed(work, timeout)
