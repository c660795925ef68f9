"""How a child's effort is divided among several parents: some shares said, some left open, never more than 1."""

from collections.abc import Mapping
from types import MappingProxyType

from graph.relations import MILLIONTHS

from .chances import Chance

FORMS: Mapping[str, int] = MappingProxyType({"none": 40, "first": 35, "whole": 15, "less": 10})
FORMS_OF_ONE: Mapping[str, int] = MappingProxyType({"none": 93, "less": 7})
"""Of which parents a share is said: of none, of the first, of all; and whether all together are 1 or less."""


def shared(chance: Chance, count: int) -> list[int | None]:
    """A share in millionths for each of so many parents, or None where none is said."""
    if count == 0:
        return []
    form = chance.falls(FORMS_OF_ONE if count == 1 else FORMS)
    if form == "none":
        return [None] * count
    if form == "first":
        return [chance.choice((2, 3, 5)) * MILLIONTHS // 10, *[None] * (count - 1)]
    whole = MILLIONTHS if form == "whole" else chance.choice((6, 8, 9)) * MILLIONTHS // 10
    parts = [chance.randint(1, 9) for _ in range(count)]
    return [whole * part // sum(parts) for part in parts]
