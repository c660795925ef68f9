"""Serves our application to one viewer who is known beforehand, to tell what it costs to find out who asks."""

import os
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import uvicorn
from starlette.requests import Request
from starlette.routing import BaseRoute

from api.app import create_app
from api.command.serving import configured, listening
from api.identity.viewers import Viewers
from api.logs import configure_logs
from api.settings import Settings, read_settings
from graph.database import Database
from resolvers.viewer import Viewer

from ..viewer import viewer_of


class Known:
    """Whoever asks is this viewer."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer

    async def of(self, request: Request) -> Viewer:
        return self._viewer

    def forget(self) -> None:
        """Nothing is remembered."""


class KnownEntrance:
    """The way in for that viewer."""

    routes: Sequence[BaseRoute] = ()

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer

    @asynccontextmanager
    async def opened(self, database: Database) -> AsyncIterator[Viewers]:
        yield Known(self._viewer)


def serve(settings: Settings, viewer: Viewer) -> None:
    app = create_app(settings, KnownEntrance(viewer))
    with listening(settings.host, settings.port) as taken:
        uvicorn.Server(configured(app, settings)).run(sockets=[taken])


if __name__ == "__main__":
    given = read_settings()
    configure_logs(given.log_format, given.log_level)
    serve(given, viewer_of(os.environ["BENCH_READABLE"].split()))
