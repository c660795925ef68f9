"""The lifecycles of planned work: what its status was, and from when."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from graph.loading.lives import Moment
from graph.records.states import CATEGORY_OF_STATUS, LifecycleStatus

from .calendar import DAY, END
from .chances import Chance

PROPOSED, PLANNED, ACTIVE, ON_HOLD, COMPLETED, CANCELLED = LifecycleStatus

CLOSED = (COMPLETED, CANCELLED)

FATES: Mapping[LifecycleStatus, int] = MappingProxyType({COMPLETED: 62, CANCELLED: 18, ACTIVE: 20})
"""How it ends."""

HELD = 0.15
"""How often it is on hold for a while."""


class Step(NamedTuple):
    """A status, and the instant from which it held."""

    at: int
    status: LifecycleStatus


def lifecycle(chance: Chance, since: int, begins: int, ends: int) -> list[Step]:
    """The statuses of work that is planned at `since` to last from `begins` to `ends`. Some are never closed."""
    steps = [Step(since, PROPOSED), Step((since + begins) // 2, PLANNED), Step(begins, ACTIVE)]
    if chance.happens(HELD):
        held = chance.randrange(begins + DAY, ends)
        steps += [Step(held, ON_HOLD), Step(held + chance.randint(1, 10) * DAY, ACTIVE)]
    fate = chance.falls(FATES)
    if fate is COMPLETED:
        steps.append(Step(ends + chance.randint(-3, 5) * DAY, COMPLETED))
    elif fate is CANCELLED:
        steps.append(Step(chance.randrange(begins + DAY, ends), CANCELLED))
    return in_order(steps)


def in_order(steps: Sequence[Step]) -> list[Step]:
    """The steps that can follow each other: each later than the one before, none after a close or the sample's end."""
    kept = [steps[0]]
    for step in steps[1:]:
        last = kept[-1]
        if last.at < step.at < END and step.status is not last.status and last.status not in CLOSED:
            kept.append(step)
    return kept


def moments(first: Mapping[str, object], steps: Sequence[Step]) -> list[Moment]:
    """A life in which nothing but the status changes."""
    created, *changes = [Moment(step.at, status_sets(step.status)) for step in steps]
    return [Moment(created.at, {**first, **created.sets}), *changes]


def status_sets(status: LifecycleStatus) -> dict[str, object]:
    return {"status": status.name, "stateCategory": CATEGORY_OF_STATUS[status].name}


def closed_at(steps: Sequence[Step]) -> int:
    """When it was closed; the end of the sample where it was not."""
    return steps[-1].at if steps[-1].status in CLOSED else END
