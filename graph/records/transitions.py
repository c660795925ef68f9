"""Which status may follow which, where a person changes it. Imports may set any."""

from collections.abc import Mapping
from types import MappingProxyType

from .states import LifecycleStatus

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
