"""Plans the statements of changes before writers come: a cold plan would stall a workspace during its turn."""

from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from uuid import uuid4

from .access import gathering as access
from .access.callers import ALL_SPACES
from .access.granted import GRANTED
from .changes import gathering as changes
from .changes.archiving import CONTAINED
from .changes.checking_in import LATER
from .changes.configuring import SETTINGS
from .changes.rating import RATE
from .changes.restoring import TAKEN
from .changes.stating import REACH
from .database import Database, Transaction
from .writing import gathering as writing
from .writing.kin import KIN
from .writing.settling import SETTLE, TURN
from .writing.workspaces import WORKSPACE

STATEMENTS = (
    *(GRANTED, ALL_SPACES, writing.GATHER, changes.GATHER, access.GATHER),
    *(KIN, CONTAINED, TAKEN, REACH, LATER, RATE, SETTINGS),
    *(TURN, SETTLE),
)
"""All that a change can run, but for what is read for its answer."""

NOBODY = "nothing_that_there_is"
GIVEN: Mapping[str, object] = MappingProxyType(
    {
        **dict.fromkeys(("ws", "id", "key", "subject", "day", "besides"), NOBODY),
        **dict.fromkeys(("keys", "teams"), (NOBODY, NOBODY)),
        "most": 1,
    }
)
"""Neo4j plans for the types of what is given. What is not here is a map, and may be empty."""


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
        await transaction.row(*statement.given(**{name: GIVEN.get(name, {}) for name in statement.parameters}))
