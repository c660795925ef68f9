"""What is told of a change beside the graph: whether it was written, and when."""

from dataclasses import dataclass
from typing import Any

from graph.instants import instant_of, text_of

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
    return Answered(text_of(instant_of(done.answer.at)))
