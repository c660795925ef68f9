"""What the oracle makes of one comparison of a filter: with a property as the store has it."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

INSTANTS = frozenset({"createdAt", "updatedAt", "startedAt", "completedAt"})
MILLIONTHS = frozenset(
    {"estimate", "percentComplete", "startValue", "targetValue", "minimumValue", "maximumValue"}
    | {"capacity", "progress", "value"}
)


def compared(name: str, held: Any, value: Mapping[str, Any]) -> bool:
    """Whether all comparisons of a property hold; one that is not there is like nothing. Of any type, hence `Any`."""
    return all(holds(operator, published(name, held), stated(name, other)) for operator, other in value.items())


def published(name: str, held: Any) -> Any:
    """A stored property as one compares with it, of any type: a day as text, an instant in milliseconds."""
    if isinstance(held, int) and name in MILLIONTHS:
        return held / 1_000_000
    return held if held is None or isinstance(held, str | list | int) else held.iso_format()


def stated(name: str, other: Any) -> Any:
    """A value of a filter in the same form, of any type."""
    if name in INSTANTS and isinstance(other, str):
        return round(datetime.fromisoformat(other).replace(tzinfo=UTC).timestamp() * 1000)
    return other


def holds(operator: str, held: Any, other: Any) -> bool:
    """One comparison, of any two values of one type."""
    match operator:
        case "isNull":
            return bool((held is None) == other)
        case "isEmpty":
            return bool((not held) == other)
        case _ if held is None:
            return False
        case "eq":
            return bool(held == other)
        case "in" | "has":
            return held in other if operator == "in" else other in held
        case "hasAny" | "hasAll":
            return (any if operator == "hasAny" else all)(each in held for each in other)
        case "contains" | "containsIgnoreCase":
            return other in held if operator == "contains" else other.lower() in held.lower()
        case "startsWith":
            return bool(held.startswith(other))
    return ordered(operator, held, other)


def ordered(operator: str, held: Any, other: Any) -> bool:
    """A comparison of two values that have an order, of whatever type."""
    if operator in {"before", "notAfter", "lt", "lte"}:
        return bool(held < other or (held == other and operator in {"notAfter", "lte"}))
    if operator in {"after", "notBefore", "gt", "gte"}:
        return bool(held > other or (held == other and operator in {"notBefore", "gte"}))
    raise AssertionError(f"The oracle of isolation does not know `{operator}`: teach it here what that answers.")


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def screaming(kind: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", kind).upper()
