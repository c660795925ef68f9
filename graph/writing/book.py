"""The nodes of an upsert by what they are called: those that are there, and those that it makes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..archive import require_live
from ..refusals import NotFound
from .gathering import Gathered, is_own, keys_in
from .identities import Identity, Key, Name, checked
from .nodes import Node
from .permits import Permits
from .stated import Upsert
from .unfit import Unfit


@dataclass
class Book:
    """Grows while nodes are judged: `known` and `ids` are there and may be seen, `hidden` are there and may not;
    `keys` are those of the upsert, `made` is new, `refused` was stated and refused.
    """

    known: Mapping[Identity, Node]
    ids: Mapping[str, Node]
    hidden: frozenset[Identity]
    keys: Mapping[Key, Identity]
    made: dict[Identity, Node] = field(default_factory=dict)
    refused: set[Identity] = field(default_factory=set)

    def node(self, name: Name) -> Node:
        """The node that is called so. Raises Unfit or NotFound where there is none, or where it was refused."""
        if isinstance(name, str):
            return self._of_id(name)
        if isinstance(name, Key):
            return self._of_identity(self._of_key(name))
        return self._of_identity(checked(name))

    def known_node(self, name: Name) -> Node | None:
        """The node that is called so, where it was there before; None where it was not, or may not be seen."""
        if isinstance(name, str):
            return self.ids.get(name)
        identity = self.keys.get(name) if isinstance(name, Key) else name
        return self.known.get(identity) if identity else None

    def _of_id(self, id_: str) -> Node:
        node = self.ids.get(id_)
        if node is None:
            raise NotFound("node", id_)
        require_live("node", id_, node.space)
        if not self.refused.isdisjoint(identities_of(node)):
            raise Unfit("END_REFUSED", f"What was stated of {id_} was refused: put that right first.")
        return node

    def _of_key(self, key: Key) -> Identity:
        identity = self.keys.get(key)
        if identity is None:
            raise Unfit("NOT_FOUND", f"No node of this upsert has the key {key.text[:100]!r}: give it to one.")
        return checked(identity)

    def _of_identity(self, identity: Identity) -> Node:
        called = f"{identity.external_type} {identity.external_id!r} of {identity.source!r}"
        if identity in self.refused:
            raise Unfit("END_REFUSED", f"The {called} was refused: put that right first.")
        node = self.known.get(identity) or self.made.get(identity)
        if node is None:
            raise Unfit("NOT_FOUND", f"There is no {called}: state it in the same upsert or in one before.")
        require_live("node", node.id, node.space)
        return node


def book_of(upsert: Upsert, gathered: Gathered, permits: Permits) -> Book:
    """The nodes as they are before the upsert, to whom these permits are given."""
    seen = [node for node in gathered.nodes if permits.shows(node.space)]
    known = {identity: node for node in seen for identity in identities_of(node)}
    every = {identity for node in gathered.nodes for identity in identities_of(node)}
    return Book(known, {node.id: node for node in seen}, frozenset(every - known.keys()), keys_in(upsert))


def identities_of(node: Node) -> frozenset[Identity]:
    """What the node is called in the tools that it came from."""
    return frozenset(reference.identity for reference in node.references if is_own(reference))
