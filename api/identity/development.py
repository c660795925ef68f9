"""The viewer of development: where no issuer is trusted, each request is one viewer who may read one workspace."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from starlette.requests import Request
from starlette.routing import BaseRoute

from api.identity.spaces import Spaces
from api.identity.viewers import Viewers
from api.settings import Settings
from graph.database import Database
from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from resolvers.viewer import Viewer


class DevelopmentViewers:
    """All of them may read all spaces of the workspace."""

    def __init__(self, workspace: str, spaces: Spaces) -> None:
        self._workspace, self._spaces = workspace, spaces

    async def of(self, request: Request) -> Viewer:
        spaces = await self._spaces.of(self._workspace) or []
        roles = dict.fromkeys(spaces, SpaceRole.READER)
        return Viewer(self._workspace, None, "development", frozenset(Scope), roles)


class Development:
    """The way in without a token."""

    routes: Sequence[BaseRoute] = ()

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @asynccontextmanager
    async def opened(self, database: Database) -> AsyncIterator[Viewers]:
        yield DevelopmentViewers(self._settings.workspace, Spaces(database, self._settings.request_timeout))
