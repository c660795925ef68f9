"""The values that filters compare with, as the graph holds them."""

from datetime import UTC, datetime
from enum import Enum
from fractions import Fraction
from math import isfinite
from typing import Any

from graph.refusals import Refused
from graph.relations import MILLIONTHS

WIDEST = 2**63


def held(value: Any) -> Any:
    """An enum by its name, an instant in milliseconds since 1970, in UTC unless it says, a number in millionths.

    What is coerced by the types of the schema can be of any of them, hence `Any`.
    """
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, datetime):
        return round((value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp() * 1000)
    if isinstance(value, float):
        return in_millionths(value)
    return [held(member) for member in value] if isinstance(value, list) else value


def in_millionths(value: float) -> int | float:
    """Whole where it has at most six decimal places, as all that is stored; else as near as a float comes."""
    if not isfinite(value):
        raise Refused("A filter compares with numbers that are finite: give a smaller one.")
    exact = Fraction(repr(value)) * MILLIONTHS
    return int(exact) if exact.denominator == 1 and abs(exact) < WIDEST else float(exact)
