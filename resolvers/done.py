"""What is told of a change beside the graph: where it stands in the feed, and when it was made."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .changing import Done
from .handover import Answered


@dataclass(frozen=True)
class Applied:
    """A change that was written."""

    done: Done


def applied(done: Done) -> Applied | None:
    """None for a rehearsal, which is nowhere in the feed."""
    return None if done.is_rehearsal else Applied(done)


def position_of(done: Done) -> str:
    """The feed's last entry when the change was made, opaque to clients."""
    return str(done.answer.seq)


def at_of(done: Done) -> Any:
    """The instant, as text in UTC like all instants in answers; handed over as it is, hence `Any`."""
    at = datetime.fromtimestamp(done.answer.at / 1000, UTC)
    return Answered(at.isoformat(timespec="milliseconds").replace("+00:00", "Z"))
