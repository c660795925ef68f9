"""Serves our application to one viewer who was read once, to tell what the viewer of development costs."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import uvicorn
from starlette.requests import Request
from starlette.routing import BaseRoute

from api.app import create_app
from api.identity.development import Development
from api.identity.viewers import Viewers
from api.logs import configure_logs
from api.settings import Settings, read_settings
from graph.database import Database
from resolvers.viewer import Viewer


class Known:
    """The viewer of development, asked for once and kept."""

    def __init__(self, viewers: Viewers) -> None:
        self._viewers = viewers
        self._viewer: Viewer | None = None

    async def of(self, request: Request) -> Viewer:
        if self._viewer is None:
            self._viewer = await self._viewers.of(request)
        return self._viewer


class KnownEntrance:
    """The way in for that viewer."""

    routes: Sequence[BaseRoute] = ()

    def __init__(self, settings: Settings) -> None:
        self._entrance = Development(settings)

    @asynccontextmanager
    async def opened(self, database: Database) -> AsyncIterator[Viewers]:
        async with self._entrance.opened(database) as viewers:
            yield Known(viewers)


def serve(settings: Settings) -> None:
    uvicorn.run(
        create_app(settings, KnownEntrance(settings)),
        host=settings.host,
        port=settings.port,
        lifespan="on",
        log_config=None,
        server_header=False,
        ws="none",
    )


if __name__ == "__main__":
    given = read_settings()
    configure_logs(given.log_format, given.log_level)
    serve(given)
