"""The viewer of development: as long as requests carry no token, each is one viewer who may read every space."""

from starlette.requests import Request

from graph.database import Reads
from graph.records.states import SpaceRole
from graph.statements import Statement
from resolvers.scopes import Scope
from resolvers.viewer import Viewer

SPACES = Statement("api.identity", "spaces_of_workspace", sees_all="A development viewer may read all spaces.")


class DevelopmentViewers:
    """Reads the spaces of one workspace afresh for each request. `timeout` in seconds."""

    def __init__(self, graph: Reads, workspace: str, timeout: float) -> None:
        self._graph, self._workspace, self._timeout = graph, workspace, timeout

    async def of(self, request: Request) -> Viewer:
        spaces = await self._graph.value(SPACES.text, {"ws": self._workspace}, self._timeout)
        roles = dict.fromkeys(spaces, SpaceRole.OWNER)
        return Viewer(self._workspace, None, "development", frozenset(Scope), roles)
