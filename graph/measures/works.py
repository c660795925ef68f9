"""The work at and below what is asked, as the numbers see it: pieces, and leaves that are counted together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from ..records.states import FlowState, KeyResultDirection, LifecycleStatus, ProgressMethod, ReportedHealth
from ..relations import MILLIONTHS

Number = int | Fraction
"""Exact; whole where it can be, as whole numbers are many times quicker than fractions."""

DONE = FlowState.DONE.name
OF_NO_ACCOUNT = frozenset({FlowState.CANCELLED.name, FlowState.IGNORED.name})
NOT_COUNTED = OF_NO_ACCOUNT | {LifecycleStatus.PROPOSED.name, LifecycleStatus.CANCELLED.name}
"""Work in these states is in no sum of progress above it."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the latest check-in says, as of a day: `value` of a key result, `progress` of other work."""

    day: date
    value: int | None
    progress: Number | None


@dataclass(frozen=True, slots=True)
class Goal:
    """What a key result is meant to reach, in millionths of its unit."""

    direction: KeyResultDirection
    start: int | None
    target: int | None
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Bunch:
    """Leaves of one parent, and of no other, that are alike. `size` is of all of them; sizes are in millionths.

    `progress` of each, in millionths; `estimated`: whether they have an estimate.
    """

    count: int
    size: int
    progress: int
    estimated: bool
    weight: Number
    share: Number


@dataclass(slots=True)
class Work:
    """A piece of work. `progress` and `size` are a leaf's own, in millionths; None and 0 where it is of no account.

    `estimated`: whether it has an estimate; `said`: whether its progress is what was said of it in percent.
    """

    id: str
    kind: str
    state: str | None
    is_leaf: bool
    progress: int | None
    size: int
    estimated: bool
    said: bool = False
    method: ProgressMethod | None = None
    report: Report | None = None
    goal: Goal | None = None
    parts: "list[Part]" = field(default_factory=list)
    bunches: list[Bunch] = field(default_factory=list)

    @property
    def counts(self) -> bool:
        """Whether it is in the sums of progress above it."""
        return self.state not in NOT_COUNTED

    @property
    def is_counted_leaf(self) -> bool:
        return self.is_leaf and self.progress is not None


@dataclass(frozen=True, slots=True)
class Part:
    """A child of a piece of work, with the weight of the edge and the resolved share."""

    work: Work
    weight: Number
    share: Number


@dataclass(frozen=True, slots=True)
class Schedule:
    """The first and last day that work is meant to take, in how many days it is reported on, and how it was last."""

    span: tuple[date, date] | None
    cadence: int | None
    report: tuple[date, ReportedHealth] | None


@dataclass(frozen=True, slots=True)
class Works:
    """All pieces by id, the schedules of the asked, and in what zone the days of the workspace begin."""

    by_id: Mapping[str, Work]
    schedules: Mapping[str, Schedule]
    time_zone: str


def leaf_progress(state: str | None, percent: int | None, credit: int) -> int | None:
    """A leaf's progress in millionths; None where it is of no account. `credit`: of one that is being worked on."""
    if state in OF_NO_ACCOUNT:
        return None
    if state == DONE:
        return MILLIONTHS
    if percent is not None:
        return percent
    return credit if state == FlowState.ACTIVE.name else 0


def parts_of_one(millionths: int) -> Number:
    """A stored weight or share as a number."""
    if millionths == MILLIONTHS:
        return 1
    whole, rest = divmod(millionths, MILLIONTHS)
    return whole if rest == 0 else Fraction(millionths, MILLIONTHS)


def resolved(shares: Sequence[int | None]) -> list[Number]:
    """The shares of all edges of one child: explicit ones as they are, the others divide the rest equally."""
    if len(shares) == 1 and shares[0] is None:
        return [1]
    given = sum(share for share in shares if share is not None)
    each: Number = 0
    if open_ := shares.count(None):
        rest = Fraction(MILLIONTHS - given, MILLIONTHS * open_)
        each = rest.numerator if rest.denominator == 1 else rest
    return [each if share is None else parts_of_one(share) for share in shares]
