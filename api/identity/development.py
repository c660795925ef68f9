"""The viewer of development: where no issuer is trusted, each request is one viewer who may read one workspace."""

from starlette.requests import Request

from api.identity.spaces import spaces_of
from graph.database import Reads
from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from resolvers.viewer import Viewer


class DevelopmentViewers:
    """Reads the spaces of the workspace afresh for each request. `timeout` in seconds."""

    def __init__(self, graph: Reads, workspace: str, timeout: float) -> None:
        self._graph, self._workspace, self._timeout = graph, workspace, timeout

    async def of(self, request: Request) -> Viewer:
        spaces = await spaces_of(self._graph, self._workspace, self._timeout) or []
        roles = dict.fromkeys(spaces, SpaceRole.READER)
        return Viewer(self._workspace, None, "development", frozenset(Scope), roles)
