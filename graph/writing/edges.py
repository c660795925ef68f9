"""What an edge of each relation holds, how it is checked and stored, and when two edges are the same."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..records.states import AskSize, OwnerRole
from ..relations import LINEAGE, MILLIONTHS, Relation
from .exact import millionths
from .unfit import Unfit
from .values import enum_name

Held = str | int | None
"""What an edge can hold in the store."""

LINEAGE_NAMES = frozenset(relation.name for relation in LINEAGE)

HEAVIEST = 1_000_000
"""The largest weight."""


@dataclass(frozen=True)
class Edge:
    """A live edge. `source` is who stated it; None where it was made by hand."""

    id: str
    child: str
    relation: str
    parent: str
    source: str | None
    holds: Mapping[str, Held]


def stored_holds(relation: Relation, stated: Mapping[str, object]) -> dict[str, Held]:
    """All that an edge of this relation holds, as it is stored. What is absent has its default."""
    if unknown := [name for name in stated if name not in relation.holds]:
        can = f"holds {' and '.join(relation.holds)}" if relation.holds else "holds nothing"
        raise Unfit("UNKNOWN_PROPERTY", f"{relation.name} has no {unknown[0]!r}: it {can}.")
    return {name: held(name, stated.get(name)) for name in relation.holds}


def held(name: str, value: object) -> Held:
    """One value as it is stored."""
    match name:
        case "share":
            return None if value is None else millionths(name, value, 0, 1)
        case "weight":
            return MILLIONTHS if value is None else millionths(name, value, 0, HEAVIEST)
        case "role":
            return enum_name(name, OwnerRole, value)
        case "size":
            return None if value is None else enum_name(name, AskSize, value)
    raise KeyError(name)


def distinction(relation: Relation, holds: Mapping[str, Held]) -> Held:
    """That by which edges of the same relation between the same ends differ."""
    return None if relation.key is None else holds.get(relation.key)
