"""Plans the statements of changes beside the start, which neither waits for it nor fails by it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from api.background import beside
from graph.database import Database, NotAdmitted, TookTooLong, Unavailable
from graph.warming import warm

NOT_PLANNED = "changes are not planned beforehand"

TIMEOUT = 120.0
"""Seconds that all plans may take together, on a machine that is busy with its start."""


@asynccontextmanager
async def warming(database: Database) -> AsyncIterator[None]:
    """The plans are made within the context, unless it ends before."""
    async with beside(warmed(database), otherwise=NOT_PLANNED):
        yield


async def warmed(database: Database) -> None:
    """Where the database is not there yet, changes plan what they run."""
    try:
        await warm(database, TIMEOUT)
    except (Unavailable, NotAdmitted, TookTooLong) as fault:
        structlog.get_logger().warning(NOT_PLANNED, reason=str(fault))
