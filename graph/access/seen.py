"""The workspace and its spaces, as somebody sees them who may read these."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..database import Reads
from ..records.around import Workspace
from ..statements import Statement
from ..writing.workspaces import workspace_of

ALL_SEEN = Statement("graph.access", "all_seen")
SEEN = Statement("graph.access", "seen")


@dataclass(frozen=True)
class Seen:
    """`spaces` are pairs of id and name, by name."""

    workspace: Workspace
    spaces: Sequence[tuple[str, str]]


async def seen(graph: Reads, workspace: str, readable: Sequence[str], timeout: float) -> Seen:
    """`timeout` in seconds."""
    held, spaces = await graph.value(*SEEN.given(ws=workspace, readable=readable), timeout)
    return Seen(
        workspace_of(held),
        [(id_, name) for id_, name in spaces],
    )


async def all_seen(graph: Reads, ids: Collection[str], readable: Sequence[str], timeout: float) -> bool:
    """Whether all of these nodes may be seen by whoever may look behind these borders. `timeout` in seconds."""
    found: int = await graph.value(*ALL_SEEN.given(ids=list(ids), readable=list(readable)), timeout)
    return found == len(set(ids))
