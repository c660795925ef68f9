"""The application: its routes, and what it opens when it starts."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute, Route

from api import health
from api.explorer import pages
from api.graphql import Endpoint
from api.identity.bearers import Bearers
from api.identity.challenges import Challenge
from api.identity.development import DevelopmentViewers
from api.identity.resource import Resource
from api.identity.spaces import Spaces
from api.identity.tokens import opened_tokens
from api.identity.viewers import Viewers
from api.settings import Settings
from api.state import State
from graph.database import Database, opened
from graph.reading.cursors import Cursors
from resolvers.scopes import Scope
from schema.query import create_schema


def create_app(settings: Settings, viewers: Callable[[Database], Viewers] | None = None) -> Starlette:
    """The whole service. `viewers` says who asks: unless given, tokens, or the settings where no issuer is trusted."""
    resource = Resource(settings.audience, settings.issuers, [scope.value for scope in Scope])

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[State]:
        async with AsyncExitStack() as stack:
            password = settings.neo4j_password.get_secret_value()
            database = await stack.enter_async_context(
                opened(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database)
            )
            asked_by = viewers(database) if viewers else await known_viewers(stack, settings, database)
            cursors = Cursors(settings.cursor_secret.get_secret_value().encode())
            yield State(database=database, viewers=asked_by, cursors=cursors)

    return Starlette(
        routes=routes(settings, resource), lifespan=lifespan, exception_handlers={Challenge: resource.answer}
    )


async def known_viewers(stack: AsyncExitStack, settings: Settings, database: Database) -> Viewers:
    """Whoever the trusted issuers vouch for; where none is trusted, the viewer of development."""
    spaces = Spaces(database, settings.request_timeout)
    if not settings.issuers:
        return DevelopmentViewers(settings.workspace, spaces)
    return Bearers(await stack.enter_async_context(opened_tokens(settings)), spaces)


def routes(settings: Settings, resource: Resource) -> list[BaseRoute]:
    """All that the service answers to."""
    schema = create_schema()
    sdl = PlainTextResponse(schema.as_str() + "\n")
    return [
        Route("/graphql", Endpoint(schema, settings.request_timeout), methods=["GET", "POST"]),
        Route("/schema.graphql", sdl),
        *health.routes(),
        *(resource.routes() if settings.issuers else []),
        *pages.routes(),
    ]
