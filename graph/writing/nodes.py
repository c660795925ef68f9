"""A node as it is gathered, and as it is to be."""

from collections.abc import Mapping
from dataclasses import dataclass

from .references import Reference
from .values import Stored


@dataclass(frozen=True)
class Node:
    """`properties` are those that can be stated, and what is derived from them, by their names in the store and
    never null. `revision` is 0 for a node that does not exist yet.
    """

    id: str
    kind: str
    space: str
    revision: int
    properties: Mapping[str, Stored]
    references: frozenset[Reference]

    def changes_to(self, after: "Node") -> dict[str, Stored]:
        """The properties that differ afterwards; None for one that is cleared."""
        names = [*after.properties, *(name for name in self.properties if name not in after.properties)]
        return {
            name: after.properties.get(name)
            for name in names
            if self.properties.get(name) != after.properties.get(name)
        }
