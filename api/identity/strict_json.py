"""JSON that means one thing to every reader: no name twice, no NaN, no text but UTF-8, nothing deep."""

import json
from typing import Any

DEEPEST = 20
"""Levels of lists and objects in one another."""


class StrictDecoder(json.JSONDecoder):
    """Refuses what the standard decoder lets pass. For `json.loads(…, cls=StrictDecoder)`."""

    def __init__(self) -> None:
        super().__init__(object_pairs_hook=_each_name_once, parse_constant=_no_constant)


def strictly_decoded(text: bytes) -> dict[str, Any]:
    """The object that the text holds; its members can be anything, hence `Any`.

    Raises:
        ValueError: it holds no object, or not strictly.
    """
    try:
        value = json.loads(text.decode("utf-8"), cls=StrictDecoder)
    except RecursionError as fault:
        raise ValueError("It is nested too deeply.") from fault
    if not isinstance(value, dict) or not _is_at_most(DEEPEST, value):
        raise ValueError("It is no object, or nested too deeply.")
    return value


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("A name stands in it twice.")
    return members


def _is_at_most(levels: int, value: object) -> bool:
    within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels >= 0 and all(_is_at_most(levels - 1, member) for member in within)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number in JSON.")
