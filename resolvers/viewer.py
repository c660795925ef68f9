"""Who asks, and behind which borders that viewer may look."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Viewer:
    """One subject in one workspace.

    `readable` are the workspace itself, behind whose border people, teams and periods lie, and the
    spaces that the viewer may read.
    """

    workspace: str
    readable: Sequence[str]
