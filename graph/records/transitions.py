"""Which status may follow which, where a person changes it. Imports may set any."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .states import LifecycleStatus
from .words import holds

S = LifecycleStatus

TRANSITIONS: Mapping[LifecycleStatus, tuple[LifecycleStatus, ...]] = MappingProxyType(
    {
        S.PROPOSED: (S.PLANNED, S.ACTIVE, S.CANCELLED),
        S.PLANNED: (S.ACTIVE, S.CANCELLED, S.PROPOSED),
        S.ACTIVE: (S.ON_HOLD, S.COMPLETED, S.CANCELLED),
        S.ON_HOLD: (S.ACTIVE, S.CANCELLED),
        S.COMPLETED: (S.ACTIVE,),
        S.CANCELLED: (S.PLANNED,),
    }
)


@dataclass(kw_only=True)
class StatusTransition:
    """A status that a person may set after another."""

    before: LifecycleStatus = holds("The status that there is.")
    after: LifecycleStatus = holds("The status that may follow it.")


def transitions() -> Iterator[StatusTransition]:
    """All of them."""
    for before, following in TRANSITIONS.items():
        for after in following:
            yield StatusTransition(before=before, after=after)
