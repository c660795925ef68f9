"""How far each piece of work is, exactly: the rule of progress, from the leaves upwards, each piece once.

progress(p) = Σ W·progress(c) ÷ Σ W over the children whose progress is known, where W is the weight, and by effort the
weight times the size times the resolved share. Proposed and cancelled children are in neither sum.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from ..records.states import ProgressMethod, ProgressSource
from ..relations import MILLIONTHS
from .attaining import reached
from .leaves import Leaves, leaves_below
from .methods import Methods
from .summing import SIZE, Sum
from .works import Number, Part, Work, Works


@dataclass(frozen=True, slots=True)
class Far:
    """`done` of `known`, in millionths of it; `counted` is what counts, known or not. `day`: of the report."""

    method: ProgressMethod
    source: ProgressSource
    done: Number = 0
    known: Number = 0
    counted: Number = 0
    day: date | None = None

    @property
    def value(self) -> Fraction | None:
        """0 to 1; None where nothing is known."""
        return Fraction(self.done) / (self.known * MILLIONTHS) if self.known else None

    @property
    def coverage(self) -> Fraction | None:
        """Which part of what counts is known; None where nothing counts."""
        return Fraction(self.known) / self.counted if self.counted else None


@dataclass
class Progressing:
    """The progress of any piece among the works."""

    works: Works
    sizes: Sum = field(default_factory=lambda: Sum(SIZE))
    methods: Methods = field(default_factory=Methods)
    known: dict[str, Far] = field(default_factory=dict)

    def of(self, work: Work) -> Far:
        far = self.known.get(work.id)
        if far is None:
            far = self.known[work.id] = self.computed(work, self.methods.of(work))
        return far

    def computed(self, work: Work, method: ProgressMethod) -> Far:
        if work.is_leaf:
            return of_leaf(work)
        if work.kind == "KeyResult":
            return reported(work, reached(work))
        match method:
            case ProgressMethod.MANUAL:
                return reported(work, work.report.progress if work.report else None)
            case ProgressMethod.LEAF_COUNT:
                leaves = counted_leaves(work)
                return Far(method, ProgressSource.COMPUTED, leaves.progress, leaves.count, leaves.count)
            case ProgressMethod.NONE:
                return Far(method, ProgressSource.COMPUTED)
        return self.from_children(work, method)

    def from_children(self, work: Work, method: ProgressMethod) -> Far:
        done: Number = 0
        known: Number = 0
        counted: Number = 0
        if method is not ProgressMethod.KEY_RESULTS:
            for bunch in work.bunches:
                times = bunch.share * bunch.size if method is ProgressMethod.CHILDREN_EFFORT else bunch.count
                weight = bunch.weight * times
                done += weight * bunch.progress
                known += weight
                counted += weight
        for part, weight in self.weighed(work, method):
            far = self.of(part.work)
            counted += weight
            if far.known:
                known += weight
                # Where all that counts below weighs what it is large, as it mostly does, nothing is divided.
                done += far.done if weight == far.known else weight * far.done / Fraction(far.known)
        return Far(method, ProgressSource.COMPUTED, done, known, counted)

    def weighed(self, work: Work, method: ProgressMethod) -> Iterator[tuple[Part, Number]]:
        """The children that count and are in no bunch, each with how much it counts by this method."""
        for part in work.parts:
            if not part.work.counts or (method is ProgressMethod.KEY_RESULTS and part.work.kind != "KeyResult"):
                continue
            weight = part.weight
            if method is ProgressMethod.CHILDREN_EFFORT:
                weight *= part.share * self.sizes.of(part.work)
            yield part, weight


def counted_leaves(work: Work) -> Leaves:
    """The leaves that are reached through work that counts."""
    return leaves_below(work, lambda child: child.counts)


def of_leaf(work: Work) -> Far:
    source = ProgressSource.REPORTED if work.said else ProgressSource.STATE
    counts = int(work.is_counted_leaf)
    return Far(ProgressMethod.NONE, source, work.progress or 0, counts, counts)


def reported(work: Work, value: Number | None) -> Far:
    """Progress as the latest check-in has it; without a value it is not known."""
    method, source = ProgressMethod.MANUAL, ProgressSource.REPORTED
    if value is None or work.report is None:
        return Far(method, source, counted=1)
    return Far(method, source, value * MILLIONTHS, 1, 1, work.report.day)
