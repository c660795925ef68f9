"""How a stated value is checked and stored: texts and days as they are, enums by name, numbers as whole numbers."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from ..records.money import Money
from ..records.states import CATEGORY_OF_FLOW, CATEGORY_OF_STATUS, FlowState, LifecycleStatus, StateCategory
from .exact import millionths
from .money import stored_money
from .properties import PROPERTIES, Property, names_of
from .texts import one_line, storable
from .unfit import Unfit

Stored = str | int | date | list[str] | None
"""What a property can be in the store."""

WIDEST = 2**63

LARGEST = 10**12
"""The largest number that a property can be: its millionths are a whole number of 64 bits."""


def stored_properties(kind: str, stated: Mapping[str, object]) -> dict[str, Stored]:
    """The stated properties under their names in the store; None where one is to be cleared."""
    known = PROPERTIES[kind]
    if unknown := [name for name in stated if name not in known]:
        raise Unfit(
            "UNKNOWN_PROPERTY", f"{kind} has no property {unknown[0]!r} that can be stated: use {', '.join(known)}."
        )
    found: dict[str, Stored] = {}
    for name, value in stated.items():
        found |= fitting_value(known[name], value)
    return found


def fitting_value(row: Property, value: object) -> Mapping[str, Stored]:
    """One value as it is stored. A refusal names the argument of a change that states one node."""
    try:
        if row.type is Money and not (value is None and row.is_required):
            return stored_money(row, value)
        return {row.stored: stored_value(row, value)}
    except Unfit as refused:
        refused.path = ("input", row.stored)
        raise


def stored_value(row: Property, value: object) -> Stored:
    """One value as it is stored."""
    if value is None:
        if row.is_required:
            raise Unfit("MISSING_PROPERTY", f"{row.field} cannot be cleared: give it a value.")
        return [] if row.many else None
    if row.many:
        if not isinstance(value, list | tuple):
            raise Unfit("BAD_VALUE", f"{row.field} must be a list of texts.")
        return [storable(row.field, each) for each in value]
    return single_value(row, value)


def single_value(row: Property, value: object) -> str | int | date:
    if row.type is str:
        return one_line(row.field, value) if row.is_line else storable(row.field, value)
    if issubclass(row.type, Enum):
        return enum_name(row.field, row.type, value)
    if row.type is float:
        least, most = bounds(row, -LARGEST, LARGEST)
        return millionths(row.field, value, least, most)
    if row.type is datetime:
        return instant(row.field, value)
    if row.type is date:
        if not isinstance(value, date) or isinstance(value, datetime):
            raise Unfit("BAD_VALUE", f"{row.field} must be a day, without a time.")
        return value
    return whole_number(row, value)


def whole_number(row: Property, value: object) -> int:
    least, most = bounds(row, -WIDEST, WIDEST - 1)
    if not isinstance(value, int) or isinstance(value, bool) or not -WIDEST <= value < WIDEST:
        raise Unfit("BAD_VALUE", f"{row.field} must be a whole number of at most 64 bits.")
    if not least <= value <= most:
        raise Unfit("BAD_VALUE", f"{row.field} must be from {least} to {most}.")
    return value


def bounds(row: Property, least: int, most: int) -> tuple[int, int]:
    """The range of a number: its own, else what can be stored."""
    return least if row.least is None else row.least, most if row.most is None else row.most


def instant(field: str, value: object) -> int:
    """An instant as milliseconds since 1970."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise Unfit("BAD_VALUE", f"{field} must be an instant with its time zone.")
    return round(value.timestamp() * 1000)


def enum_name(field: str, options: type[Enum], value: object) -> str:
    """The name of one of the options; either may be given."""
    if isinstance(value, options):
        return value.name
    if not isinstance(value, str) or value not in options.__members__:
        raise Unfit("BAD_VALUE", f"{field} must be one of {names_of(options)}.")
    return value


def require_complete(kind: str, stored: Mapping[str, Stored]) -> None:
    """Raises where a new node lacks what a node of its kind cannot be without."""
    if missing := [
        row.field for row in PROPERTIES[kind].values() if row.is_required and stored.get(row.stored) is None
    ]:
        raise Unfit("MISSING_PROPERTY", f"A new {kind} needs {' and '.join(missing)}: state that too.")


def empty_lists(kind: str) -> dict[str, Stored]:
    """What a new node has where nothing was said of its lists."""
    return {row.stored: [] for row in PROPERTIES[kind].values() if row.many}


def category_of(stored: Mapping[str, Stored]) -> StateCategory:
    """Where work stands in terms that all kinds share: by its status or flow state, else it has not started."""
    if (status := stored.get("status")) is not None:
        return CATEGORY_OF_STATUS[LifecycleStatus[str(status)]]
    if (flow := stored.get("flowState")) is not None:
        return CATEGORY_OF_FLOW[FlowState[str(flow)]]
    return StateCategory.NOT_STARTED
