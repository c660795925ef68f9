"""The nodes of an upsert by what they are called: those that are there, and those that it makes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .identities import Identity, checked
from .nodes import Node
from .unfit import Unfit


@dataclass
class Book:
    """Grows while nodes are judged: `known` was gathered, `made` is new, `refused` was stated and refused."""

    known: Mapping[Identity, Node]
    made: dict[Identity, Node] = field(default_factory=dict)
    refused: set[Identity] = field(default_factory=set)

    def node(self, identity: Identity) -> Node:
        """The node that is called so. Raises Unfit where there is none, or where it was refused."""
        checked(identity)
        called = f"{identity.external_type} {identity.external_id!r} of {identity.source!r}"
        if identity in self.refused:
            raise Unfit("END_REFUSED", f"The {called} was refused: put that right first.")
        node = self.known.get(identity) or self.made.get(identity)
        if node is None:
            raise Unfit("NOT_FOUND", f"There is no {called}: state it in the same upsert or in one before.")
        return node
