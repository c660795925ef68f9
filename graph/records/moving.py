"""What a change does to the numbers of work, as it is told."""

from dataclasses import dataclass, field

from .words import Described, holds


class MovingMeasure(Described):
    """A number that a change can move."""

    PROGRESS = "PROGRESS", "How far it is: `progress`, 0 to 1."
    ESTIMATE_TOTAL = "ESTIMATE_TOTAL", "The effort behind it: `total` of `effort(basis: ESTIMATE)`."
    ESTIMATE_DONE = "ESTIMATE_DONE", "What is done of that: `done` of `effort(basis: ESTIMATE)`."
    COUNT_TOTAL = "COUNT_TOTAL", "The leaves behind it, by their shares: `total` of `effort(basis: COUNT)`."
    COUNT_DONE = "COUNT_DONE", "What is done of those: `done` of `effort(basis: COUNT)`."


@dataclass(kw_only=True)
class MovedNumber:
    """A number of a piece of work before a change and after it. `node` is an id; it is published as a node."""

    measure: MovingMeasure = holds("Which number.")
    node: str = field(metadata={"meaning": "Of which work."})
    before: float | None = holds("Before the change; null where it was not known.")
    after: float | None = holds("After it; null where it is not known.")


@dataclass(kw_only=True)
class ChangeEffects:
    """What a change moves: numbers of the work that it touches and of all work above, as far as you may see it."""

    numbers: list[MovedNumber] = field(metadata={"meaning": "Those that differ, the greatest difference first."})
    not_shown: int = holds("How many more differ.")
    too_many: bool = holds("Whether more work lies there than is looked at, and so no number is told.")
