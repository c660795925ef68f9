"""What is told of work in numbers, as far as whoever asks may see the graph. Exact inside; 1e-9 as JSON numbers."""

from dataclasses import dataclass, field
from datetime import datetime

from .states import ComputedHealth, HealthReport, MeasureBasis, ProgressMethod, ProgressSource, StateCategory
from .words import holds


@dataclass(kw_only=True)
class Contribution:
    """What one child, or one leaf, adds to a number. `node` and `path` are ids; they are published as nodes."""

    node: str = field(metadata={"meaning": "The child or leaf that adds it."})
    path: list[str] = field(metadata={"meaning": "The nodes from there up to what is explained, both included."})
    share: float = holds("The resolved share of it that counts here, the product along the path.")
    weight: float | None = holds("How much it counts in the parent's progress; null where weights do not matter.")
    size: float | None = holds("Its size, in the workspace's unit; null where sizes do not matter.")
    progress: float | None = holds("Its own progress, 0 to 1; null where it has none.")
    contribution: float = holds("What it adds. All contributions, with the rest, add up to the value.")


@dataclass(kw_only=True)
class Rest:
    """What those add together that are not shown."""

    count: int = holds("How many are not shown.")
    contribution: float = holds("What they add together.")


@dataclass(kw_only=True)
class Explanation:
    """Where a number comes from."""

    contributions: list[Contribution] = field(metadata={"meaning": "What adds to it, the most first."})
    rest: Rest | None = field(metadata={"meaning": "All that is not shown; null where all is."})


@dataclass(kw_only=True)
class Progress:
    """How far a piece of work is."""

    value: float | None = holds("How far, 0 to 1; null where nothing is known.")
    method: ProgressMethod = holds("How it was computed.")
    source: ProgressSource = holds("What it was taken from.")
    coverage: float | None = holds("Which part of what counts has a known progress, 0 to 1; null where nothing counts.")
    as_of: datetime = holds(
        "When it held: of a report, the day of that; else when it was computed: no change is later."
    )
    explanation: Explanation | None = field(
        default=None, metadata={"meaning": "Where it comes from; null where that was not asked for."}
    )


@dataclass(kw_only=True)
class Effort:
    """How much work stands behind something, each piece by the share of it that goes there."""

    basis: MeasureBasis = holds("What it is counted in.")
    total: float = holds("All of it.")
    done: float = holds("What is done of it.")
    remaining: float = holds("What is not.")
    unestimated: int = holds("How many leaves have no size, and so count nothing here.")
    explanation: Explanation | None = field(
        default=None, metadata={"meaning": "Where the total comes from; null where that was not asked for."}
    )


@dataclass(kw_only=True)
class AttributionTo:
    """Which part of work goes to a target. `target` is an id; it is published as a node."""

    target: str = field(metadata={"meaning": "The objective or strategy."})
    value: float = holds("Which part of the work goes there, 0 to 1: over all paths, the product of the shares.")


@dataclass(kw_only=True)
class Attribution:
    """What a piece of work is for."""

    to: list[AttributionTo] = field(metadata={"meaning": "The targets, the greatest part first."})
    unattributed: float = holds("Which part of the work goes to nothing that you may see, 0 to 1.")


@dataclass(kw_only=True)
class Health:
    """How work goes: as reported, and as computed."""

    reported: HealthReport = holds("What the latest check-in says, as long as it is not too old.")
    computed: ComputedHealth | None = holds("Progress beside the time that has passed; null where that says nothing.")
    expected_progress: float | None = holds("Which part of its time has passed, 0 to 1; null without dates.")
    conflict: bool = holds("Whether the two differ.")


@dataclass(kw_only=True)
class KindStateCount:
    """How many descendants of one kind stand alike."""

    kind: str = field(metadata={"meaning": "The kind of work."})
    state: StateCategory = holds("Where they stand.")
    count: int = holds("How many there are, each once.")
