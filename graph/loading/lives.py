"""What is loaded: each node with all that it ever was, and all edges that ever led from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..writing.identities import Identity

Holds = Mapping[str, object]
"""Values by their names in the store, as the store keeps them."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant, in milliseconds since 1970, and what was set then; None clears. The first one creates the node."""

    at: int
    sets: Holds


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge that leaves a node: since when and until when; None where it still holds.

    `replaces` is the edge between the same two whose place it takes: that one ends when this one begins.
    """

    id: str
    relation: str
    parent: str
    since: int
    until: int | None
    holds: Holds
    replaces: str | None = None


@dataclass(frozen=True, slots=True)
class Life:
    """A node. The moments are in the order of time; a parent's life stands before those of its children."""

    id: str
    kind: str
    space: str
    identity: Identity
    moments: Sequence[Moment]
    ties: Sequence[Tie] = ()

    @property
    def since(self) -> int:
        return self.moments[0].at
