"""How far a key result is, from its latest value."""

from fractions import Fraction

from ..records.states import KeyResultDirection
from .works import Goal, Number, Work


def attained(goal: Goal, value: int | None) -> Number | None:
    """The way gone from the start to the target: below 0 or above 1 where it is. None where it cannot be told.

    What is to be maintained is 1 inside its bounds, else 0.
    """
    if value is None:
        return None
    if goal.direction is KeyResultDirection.MAINTAIN:
        return inside(goal, value)
    if goal.start is None or goal.target is None or goal.start == goal.target:
        return None
    return Fraction(value - goal.start, goal.target - goal.start)


def inside(goal: Goal, value: int) -> int | None:
    if goal.least is None and goal.most is None:
        return None
    return int((goal.least is None or goal.least <= value) and (goal.most is None or value <= goal.most))


def reached(work: Work) -> Number | None:
    """The progress of a key result: its attainment, held between 0 and 1."""
    if work.goal is None or work.report is None:
        return None
    attainment = attained(work.goal, work.report.value)
    return None if attainment is None else min(1, max(0, attainment))
