"""What is told of a number, as data: of the record that a measure answers, and of the nodes that it names."""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..measures.measure import Measure
    from .selection import Constant, Value


class Spelling(Enum):
    """How what a record holds becomes the published value."""

    AS_HELD = "as held"
    NAME = "a member of a closed list, published by its name"
    INSTANT = "an instant, published as text"


@dataclass(frozen=True, slots=True)
class Held:
    """A value that the record holds."""

    name: str
    spelling: Spelling = Spelling.AS_HELD


@dataclass(frozen=True, slots=True)
class HeldKind:
    """The name of a kind, which the record holds, in the word that stands beside it."""

    name: str
    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HeldRecord:
    """A record within the record, or nothing; or, `listed`, all of several."""

    name: str
    listed: bool
    value: "Members"


@dataclass(frozen=True, slots=True)
class HeldNode:
    """The node of an id that the record holds, as far as it is seen; or, `listed`, of each of several."""

    name: str
    listed: bool
    kinds: tuple[str, ...]
    value: "Value"


@dataclass(frozen=True, slots=True)
class HeldExplanation:
    """An explanation: its first contributions, sorted by what the keys name, downwards or not."""

    name: str
    first: int
    keys: tuple[tuple[str, bool], ...]
    value: "Members"


Told: TypeAlias = "Held | HeldKind | HeldRecord | HeldNode | HeldExplanation | Constant"


@dataclass(frozen=True, slots=True)
class Members:
    """What is told of one record, side by side, each under the name that the answer gives it."""

    members: tuple[tuple[str, Told], ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A number of the node, or, `listed`, several side by side: what is told of each, None for the number as it is."""

    measure: "Measure"
    listed: bool
    value: Members | None
