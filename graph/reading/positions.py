"""Where a workspace stands in its feed: as long as that is the same, nothing in the workspace has changed.

A statement that leaves room for measures tells it, so what is computed afterwards is at least as new.
"""

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ..instants import instant_of
from .pieces import Piece

MATCHED = " OPTIONAL MATCH (workspace:Workspace {id: $reader.workspace})"
TOLD = "[workspace.seq, workspace.at, timestamp(), workspace.timeZone]"


def with_position(root: Piece) -> str:
    """The statement of a root that leaves room for measures."""
    return f"{root.clauses.strip()}{MATCHED} RETURN [{root.value}, {TOLD}] AS value"


class Position(NamedTuple):
    """The feed's last entry, its instant, when it was read, both in milliseconds since 1970, and the time zone.

    Where there is no such workspace all but the reading is None.
    """

    seq: int | None
    at: int | None
    read_at: int
    time_zone: str | None

    def day(self, now: int) -> date:
        """The workspace's day at an instant in milliseconds since 1970."""
        return instant_of(now).astimezone(ZoneInfo(self.time_zone or "UTC")).date()
