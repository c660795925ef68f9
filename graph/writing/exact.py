"""Numbers that are stored as whole millionths, so that sums of them are exact."""

from decimal import Decimal
from fractions import Fraction

from ..relations import MILLIONTHS
from .unfit import Unfit

SMALLEST = Decimal(1).scaleb(-6)
"""A decimal of a thousand million places is short to write: it is measured before it is made a fraction."""

EXACT = 2**53
"""Below it a whole float is the number that its text says."""


def millionths(name: str, value: object, least: int, most: int) -> int:
    """A number from `least` to `most`. A float is what its shortest text says, as it was in JSON."""
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction | Decimal):
        raise Unfit("BAD_VALUE", f"{name} must be a number.")
    if (isinstance(value, Decimal) and value.is_nan()) or not least <= value <= most:
        raise Unfit("BAD_VALUE", f"{name} must be from {least} to {most}.")
    if isinstance(value, Decimal) and value != value.quantize(SMALLEST):
        raise Unfit("BAD_VALUE", f"{name} must have at most six decimal places: round it.")
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer() and abs(value) < EXACT):
        return int(value) * MILLIONTHS
    scaled = Fraction(repr(value) if isinstance(value, float) else value) * MILLIONTHS
    if scaled.denominator != 1:
        raise Unfit("BAD_VALUE", f"{name} must have at most six decimal places: round it.")
    return int(scaled)
