"""How large a value is that a client sent, which is JSON of any shape: hence `Any`. Nothing here calls itself."""

from collections.abc import Iterator
from typing import Any

from .bounds import VALUES, WORDS
from .refusals import TooBroad, TooDeep


def check_depth(value: Any) -> None:
    """Raises TooDeep for a value that others could not walk through."""
    for _ in containers(value):
        pass


def words(where: Any) -> int:
    """How many keys a filter has, at any depth."""
    number = sum(len(value) for value in containers(where) if isinstance(value, dict))
    if number > WORDS.most:
        raise TooBroad(WORDS)
    return number


def stated(value: Any) -> int:
    """How many things stand in lists, at any depth."""
    lists = (value for value in containers(value) if isinstance(value, list))
    return sum(isinstance(member, dict) for each in lists for member in each)


def containers(value: Any) -> Iterator[Any]:
    """All objects and lists in a value, and itself if it is one."""
    level = [value] if isinstance(value, dict | list) else []
    for _ in range(VALUES.most):
        if not level:
            return
        yield from level
        members = [member for each in level for member in (each.values() if isinstance(each, dict) else each)]
        level = [member for member in members if isinstance(member, dict | list)]
    if level:
        raise TooDeep(VALUES)
