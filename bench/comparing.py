"""Whether two answers are the same, and where they first differ. Answers are JSON of any shape, hence `Any`."""

from collections.abc import Iterator
from datetime import datetime
from itertools import zip_longest
from typing import Any

DIGITS = 9
"""Shares are exact to this many digits; the order of a sum or product may change the last one of a float."""

NOTHING = object()


def differences(expected: Any, actual: Any, at: str = "data") -> Iterator[str]:
    """Each place where the answers differ, with both values."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        for key in {**expected, **actual}:
            name = f"{at}.{key}"
            yield from differences(_alike(key, expected.get(key, NOTHING)), _alike(key, actual.get(key, NOTHING)), name)
    elif isinstance(expected, list) and isinstance(actual, list):
        for i, (one, other) in enumerate(zip_longest(expected, actual, fillvalue=NOTHING)):
            yield from differences(one, other, f"{at}[{i}]")
    elif _rounded(expected) != _rounded(actual):
        yield f"{at}: {_shown(expected)} is expected, {_shown(actual)} was answered"


def _alike(key: str, value: Any) -> Any:
    """An instant in milliseconds since 1970, however it was written."""
    if not key.endswith("At") or not isinstance(value, str):
        return value
    return int(value) if value.isdigit() else round(datetime.fromisoformat(value).timestamp() * 1000)


def _rounded(value: Any) -> Any:
    return round(value, DIGITS) if isinstance(value, float) else value


def _shown(value: Any) -> str:
    return "nothing" if value is NOTHING else repr(value)
