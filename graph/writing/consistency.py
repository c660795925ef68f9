"""What the properties of one node must hold together: each may be fine alone, and not beside another."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from ..records.states import KeyResultDirection, KeyResultUnit
from .texts import CURRENCY
from .unfit import Unfit
from .values import Stored

Held = Mapping[str, Stored]
"""Properties by their names in the store; those that are absent or None are not there."""


def require_consistent(kind: str, held: Held) -> None:
    """Raises Unfit for the first rule of the kind that does not hold."""
    for fault in FAULTS.get(kind, nothing)(held):
        raise Unfit("BAD_VALUE", fault)


def nothing(_: Held) -> Iterator[str]:
    """Kinds without such rules."""
    yield from ()


def of_period(held: Held) -> Iterator[str]:
    """Days are compared as texts: what was gathered is of the driver's own type."""
    if str(held.get("endsOn")) < str(held.get("startsOn")):
        yield "A period ends on the day on which it starts, or later: give ends_on such a day."


def of_key_result(held: Held) -> Iterator[str]:
    if held.get("direction") == KeyResultDirection.MAINTAIN.name:
        yield from of_what_is_kept(held.get("minimumValue"), held.get("maximumValue"))
    elif held.get("startValue") is not None and held.get("startValue") == held.get("targetValue"):
        yield "A value that is to go up or down has a target other than its start: change start_value or target_value."
    currency = held.get("currency")
    if currency is not None and not CURRENCY.fullmatch(str(currency)):
        yield "currency must be the three letters of ISO 4217, as EUR."
    if held.get("unit") == KeyResultUnit.CURRENCY.name and currency is None:
        yield "What is counted in money needs its currency: state that too, as EUR."


def of_what_is_kept(least: Stored, most: Stored) -> Iterator[str]:
    """Of a value that is to stay where it is."""
    if not isinstance(least, int) or not isinstance(most, int):
        yield "A value that is to be maintained needs its bounds: state minimum_value and maximum_value."
    elif most < least:
        yield "maximum_value must not be less than minimum_value."


FAULTS: Mapping[str, Callable[[Held], Iterator[str]]] = MappingProxyType(
    {"Period": of_period, "KeyResult": of_key_result}
)
