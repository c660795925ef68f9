"""The viewer of the bench: whoever may read everything in its workspace."""

from collections.abc import Sequence

from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from resolvers.viewer import Viewer


def viewer_of(readable: Sequence[str]) -> Viewer:
    """The workspace comes first, then its spaces."""
    workspace, *spaces = readable
    return Viewer(workspace, None, "bench", frozenset(Scope), dict.fromkeys(spaces, SpaceRole.READER))
