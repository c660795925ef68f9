"""The viewer of development: where no issuer is trusted, each request is one viewer who may read one workspace."""

from starlette.requests import Request

from api.identity.spaces import Spaces
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
