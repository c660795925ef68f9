"""Plans the statements of changes beside the start, which neither waits for it nor fails by it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import structlog

from graph.database import Database, NotAdmitted, TookTooLong, Unavailable
from graph.warming import warm

TIMEOUT = 120.0
"""Seconds that all plans may take together, on a machine that is busy with its start."""


@asynccontextmanager
async def warming(database: Database) -> AsyncIterator[None]:
    """The plans are made within the context, unless it ends before."""
    task = asyncio.create_task(warmed(database))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def warmed(database: Database) -> None:
    """Whatever goes wrong is logged, since nobody waits for it: changes will then plan what they run."""
    log = structlog.get_logger()
    try:
        await warm(database, TIMEOUT)
    except (Unavailable, NotAdmitted, TookTooLong) as fault:
        log.warning("changes are not planned beforehand", reason=str(fault))
    except Exception:
        log.exception("changes are not planned beforehand")
