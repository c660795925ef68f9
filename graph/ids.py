"""Ids: a kind's prefix and a time-ordered unique part, as `obj_01J9ZQ4V8K…`."""

from collections.abc import Mapping
from types import MappingProxyType

from ulid import ULID

from .kinds import KIND, KINDS, Kind

BY_PREFIX: Mapping[str, Kind] = MappingProxyType({kind.prefix: kind for kind in KINDS})

EDGE = "edg"
"""The prefix of an edge's id."""


def new_id(kind: str) -> str:
    """An id for a new node of the kind with this name. Raises KeyError where there is no such kind."""
    return f"{KIND[kind].prefix}_{ULID()}"


def new_edge_id() -> str:
    """An id for a new edge, of whatever relation."""
    return f"{EDGE}_{ULID()}"


def kind_of(identifier: str) -> Kind | None:
    """The kind of the node with this id; None where no kind has such ids."""
    prefix, separator, unique = identifier.partition("_")
    if not (separator and unique):
        return None
    return BY_PREFIX.get(prefix)
