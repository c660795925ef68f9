"""Which of the nodes, and in which order, as data."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

from .sources import Reach, Slot, Step, Told


class Form(Enum):
    """How a stored value becomes the published one."""

    AS_STORED = "as stored"
    INSTANT = "milliseconds since 1970, published as text"
    DATE = "a day, published as text"
    MILLIONTHS = "whole millionths, published as a number"
    DECIMAL = "whole millionths, published as the text of a decimal"


@dataclass(frozen=True, slots=True)
class Stored:
    """A property of the node."""

    property: str
    required: bool = True
    form: Form = Form.AS_STORED


@dataclass(frozen=True, slots=True)
class OnEdge:
    """A property of the edge that led to the node."""

    property: str
    required: bool = True
    form: Form = Form.AS_STORED


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison of one property with a value."""

    of: Stored | OnEdge
    operator: str
    value: Slot


@dataclass(frozen=True, slots=True)
class Absent:
    """The property has no value."""

    of: Stored | OnEdge


@dataclass(frozen=True, slots=True)
class OfKind:
    """The node is of one of these kinds."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AllOf:
    filters: "tuple[Filter, ...]" = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    filters: "tuple[Filter, ...]"


@dataclass(frozen=True, slots=True)
class Not:
    filter: "Filter"


@dataclass(frozen=True, slots=True)
class Some:
    """At least one node found from here passes."""

    source: Step | Reach | Told
    kinds: tuple[str, ...]
    filter: "Filter"


Filter: TypeAlias = Comparison | Absent | OfKind | AllOf | AnyOf | Not | Some


@dataclass(frozen=True, slots=True)
class Key:
    """One key of an order. The last key is the id, so that no two rows are equal."""

    property: str
    descending: bool = False

    def reversed(self) -> "Key":
        return replace(self, descending=not self.descending)


Order: TypeAlias = tuple[Key, ...]
