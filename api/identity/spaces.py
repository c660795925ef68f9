"""The spaces of a workspace, as far as nobody has been granted any of them singly."""

from cachetools import TTLCache

from graph.database import Reads
from graph.statements import Statement

SPACES = Statement(
    "api.identity", "spaces_of_workspace", sees_all="Whoever may read a workspace may read all of its spaces."
)

LONGEST = 1.0
"""Seconds for which they are remembered: that long a new space may stay unseen."""

MOST = 1_000
"""Workspaces whose spaces are remembered at once."""


class Spaces:
    """Reads them, and remembers them for a moment, so that not every request waits for that. `timeout` in seconds."""

    def __init__(self, graph: Reads, timeout: float) -> None:
        self._graph, self._timeout = graph, timeout
        self._known: TTLCache[str, list[str]] = TTLCache(MOST, LONGEST)

    async def of(self, workspace: str) -> list[str] | None:
        """The ids; None where there is no such workspace."""
        known = self._known.get(workspace)
        if known is not None:
            return known
        found: list[str] | None = await self._graph.value(*SPACES.given(ws=workspace), self._timeout)
        if found is not None:
            self._known[workspace] = found
        return found
