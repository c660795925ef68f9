"""What one entry of a file becomes: nodes and links that are stated together, and remarks on the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.records.states import OwnerRole
from graph.writing.identities import Identity
from graph.writing.stated import StatedLink, StatedNode

from .remarks import Remark


@dataclass(frozen=True)
class Piece:
    """A node with all the links that leave it: the links of a child replace those stated before."""

    nodes: tuple[StatedNode, ...] = ()
    links: tuple[StatedLink, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def size(self) -> int:
        return len(self.nodes) + len(self.links)


def link(child: Identity, relation: str, parent: Identity) -> StatedLink:
    return StatedLink(child, relation, parent, {})


def owned_by(child: Identity, owners: Iterable[Identity], role: OwnerRole) -> Iterator[StatedLink]:
    """A link for each owner, once."""
    for owner in dict.fromkeys(owners):
        yield StatedLink(child, "OWNED_BY", owner, {"role": role})
