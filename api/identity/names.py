"""Which values of claims are taken as they are: names that can be stored and shown, instants that are on a calendar."""

from typing import TypeGuard

LONGEST = 512
"""Characters of the longest name."""

LAST = 253_402_300_799
"""The last second of the year 9999, in seconds since 1970."""


def is_name(value: object) -> TypeGuard[str]:
    """Whether it is a text of a sane length in which nothing is hidden: no control character, no half of a pair."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST and value.isprintable()


def is_instant(value: object) -> TypeGuard[float]:
    """Whether it is a number of seconds since 1970."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LAST
