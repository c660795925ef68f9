"""Runs the imports whose lines came through the API, one turn after another, for as long as the service is open."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from api.background import beside
from graph.database import Database, NotAdmitted, TookTooLong, Unavailable
from graph.jobs.refusals import TakenOver
from graph.jobs.running import LEASE, Held
from graph.jobs.turns import next_held, reading, turn
from graph.refusals import Refused
from resolvers.execution import CompiledSchema
from resolvers.lines import Lines

PAUSE = 2.0
"""Seconds before it is looked again whether there is anything to do."""

TIMEOUT = LEASE / 1_000 - 5
"""Seconds for one chunk: it must end before another process may take the import over."""


class Broken(Refused):
    """A fault of ours ended an import."""

    code = "INTERNAL"

    def __init__(self) -> None:
        super().__init__("Something went wrong on the server, and was logged: begin the import again.")


@asynccontextmanager
async def importing(database: Database, schema: CompiledSchema) -> AsyncIterator[None]:
    """Imports are run within the context. Several processes share the work, and none does what another one does."""
    async with beside(run(database, schema), otherwise="imports are no longer run"):
        yield


async def run(database: Database, schema: CompiledSchema) -> None:
    """Never ends by itself."""
    log = structlog.get_logger()
    while True:
        try:
            held = await next_held(database, TIMEOUT)
            if held:
                await a_turn(held, schema)
                continue
        except TakenOver:
            continue
        except (Unavailable, NotAdmitted, TookTooLong) as fault:
            log.warning("imports wait", reason=str(fault))
        await asyncio.sleep(PAUSE)


async def a_turn(held: Held, schema: CompiledSchema) -> None:
    """What nobody can go on with is stopped, so that it does not keep others waiting."""
    lines = Lines(schema, held.importing.source)
    try:
        await turn(held, reading(held.importing.database, held.job.id, lines.line, TIMEOUT))
    except TakenOver:
        raise
    except Refused as refusal:
        await held.stop(refusal)
    except (Unavailable, NotAdmitted, TookTooLong):
        raise
    except Exception:  # noqa: BLE001 - the boundary of what runs by itself: a fault is logged, and told as one
        structlog.get_logger().exception("an import failed", job=held.job.id)
        await held.stop(Broken())
