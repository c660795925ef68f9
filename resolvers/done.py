"""What is told of a change beside the graph: whether it was written, and when."""

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
    """None for a rehearsal, of which nothing is written."""
    return None if done.is_rehearsal else Applied(done)


def at_of(done: Done) -> Any:
    """The instant, as text in UTC like all instants in answers; handed over as it is, hence `Any`."""
    at = datetime.fromtimestamp(done.answer.at / 1000, UTC)
    return Answered(at.isoformat(timespec="milliseconds").replace("+00:00", "Z"))
