"""The spaces of a workspace, as far as nobody has been granted any of them singly."""

from graph.database import Reads
from graph.statements import Statement

SPACES = Statement(
    "api.identity", "spaces_of_workspace", sees_all="Whoever may read a workspace may read all of its spaces."
)


async def spaces_of(graph: Reads, workspace: str, timeout: float) -> list[str] | None:
    """The ids; None where there is no such workspace. `timeout` in seconds."""
    spaces: list[str] | None = await graph.value(*SPACES.given(ws=workspace), timeout)
    return spaces
