"""What is decided of everything above the items before any of it is written: who, where and when."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Something that others refer to: its number among its kind, since when it is there, and when it is closed."""

    id: str
    kind: str
    number: int
    space: str
    since: int
    until: int
    level: int = 0


@dataclass(frozen=True)
class Ground:
    """What a workspace has besides work."""

    workspace: str
    spaces: Sequence[Place]
    periods: Sequence["PeriodPlace"]
    teams: Sequence[Place]
    people: Sequence[Place]


@dataclass(frozen=True, slots=True)
class PeriodPlace:
    """A period. It lasts from `begins` until before `ends`, in milliseconds; `longer` is the id of the one it is in."""

    id: str
    name: str
    kind: str
    begins: int
    ends: int
    longer: str | None
