"""The record of a measure is written out by one Python expression for each place where the answer tells it.

An expression may use: `record`, what the measure answered, `node` the nodes that are named at each place by their ids,
and the functions in `RUNTIME`. Names are from the schema, written through `repr`.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

from ..explaining import cut
from ..instants import text_of
from . import rendering
from .measured import (
    Held,
    HeldExplanation,
    HeldKind,
    HeldNode,
    HeldRecord,
    Measured,
    Members,
    Spelling,
    Told,
)
from .rendering import Nodes, Python
from .selection import Constant, Named
from .sources import ByIds, Slot


class Tell(Protocol):
    """What writes a record out: what it makes has the shape of the selection, hence `Any`."""

    def __call__(self, record: Any, node: Nodes, /) -> Any: ...


class Telling:
    """Writes the records of one plan's measures. Nodes that are asked alike stand at one place in `places`."""

    def __init__(self) -> None:
        self.places: list[tuple[tuple[str, ...], Any]] = []

    def of(self, measured: Measured) -> str:
        told = self.members(measured.value) if measured.value else rendering.as_it_is
        if measured.listed:
            return rendering.each(told, lambda v: f"({v} or ())")("record")
        return rendering.if_found(told)("record")

    def named(self) -> tuple[Named, ...]:
        """The nodes at all places, to be read by the ids that are met there."""
        return tuple(Named(ByIds(Slot(ids_at(i))), kinds, value) for i, (kinds, value) in enumerate(self.places))

    def members(self, asked: Members) -> Python:
        return rendering.object_of([(key, self.told(member)) for key, member in asked.members])

    def told(self, asked: Told) -> Python:
        """From the place of a record to what is told of it."""
        match asked:
            case Held(name, spelling):
                return lambda v: spelled(f"{v}.{name}", spelling)
            case HeldKind(name, words):
                return lambda v: f"{dict(words)!r}[{v}.{name}]"
            case HeldRecord(name, listed, value):
                inner = self.members(value)
                told = rendering.each(inner) if listed else rendering.if_found(inner)
                return lambda v: told(f"{v}.{name}")
            case HeldNode(name, listed, kinds, value):
                place = self.place(kinds, value)
                return lambda v: f"seen(node[{place}], {v}.{name})" if listed else rendering.apart(place)(f"{v}.{name}")
            case HeldExplanation(name, first, keys, value):
                each = rendering.each(rendering.if_found(self.members(value)))
                return lambda v: each(f"[cut({v}.{name}, {first}, {keys!r})]") + "[0]"
            case Constant(text):
                return rendering.always(text)

    def place(self, kinds: tuple[str, ...], value: Any) -> int:
        """Where nodes of these kinds stand of which this is told."""
        if (kinds, value) not in self.places:
            self.places.append((kinds, value))
        return self.places.index((kinds, value))


def ids_at(place: int) -> str:
    """The parameter that has the ids of the nodes at a place."""
    return f"ids{place}"


def spelled(held: str, spelling: Spelling) -> str:
    match spelling:
        case Spelling.AS_HELD:
            return held
        case Spelling.NAME:
            return f"(None if {held} is None else {held}.name)"
        case Spelling.INSTANT:
            return f"(None if {held} is None else text_of({held}))"


def seen(nodes: Mapping[str, Any], ids: Sequence[str]) -> list[Any]:
    """The nodes of these ids, without those that are gone by now."""
    return [node for id_ in ids if (node := nodes[id_]) is not None]


RUNTIME: Mapping[str, Any] = MappingProxyType({"cut": cut, "text_of": text_of, "seen": seen})


def made(expression: str) -> Tell:
    """The function that writes a record out."""
    tell: Tell = eval(f"lambda record, node: {expression}", dict(RUNTIME))  # noqa: S307 - see above
    return tell
