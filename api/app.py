"""The application: its routes, and what it opens when it starts."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from api import health
from api.explorer import pages
from api.graphql import Endpoint
from api.identity.development import DevelopmentViewers
from api.identity.viewers import Viewers
from api.settings import Settings
from api.state import State
from graph.database import Database, opened
from graph.reading.cursors import Cursors
from schema.query import create_schema


def create_app(settings: Settings, viewers: Callable[[Database], Viewers] | None = None) -> Starlette:
    """The whole service. `viewers` says who asks; unless given, the viewer of development does."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[State]:
        async with opened(
            settings.neo4j_uri,
            settings.neo4j_user,
            settings.neo4j_password.get_secret_value(),
            settings.neo4j_database,
        ) as database:
            asked_by = viewers(database) if viewers else development(database, settings)
            cursors = Cursors(settings.cursor_secret.get_secret_value().encode())
            yield State(database=database, viewers=asked_by, cursors=cursors)

    return Starlette(routes=routes(settings), lifespan=lifespan)


def development(database: Database, settings: Settings) -> Viewers:
    return DevelopmentViewers(database, settings.workspace, settings.request_timeout)


def routes(settings: Settings) -> list[BaseRoute]:
    """All that the service answers to."""
    schema = create_schema()
    sdl = PlainTextResponse(schema.as_str() + "\n")
    return [
        Route("/graphql", Endpoint(schema, settings.request_timeout), methods=["GET", "POST"]),
        Route("/schema.graphql", sdl),
        *health.routes(),
        *pages.routes(),
    ]
