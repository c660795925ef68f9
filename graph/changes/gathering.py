"""What a change of single nodes must know: read in one statement, hidden rows too, for the judge alone."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..access.rights import Rights
from ..archive import home_of, require_live
from ..refusals import NotFound
from ..statements import Statement
from ..writing.edges import Edge
from ..writing.gathering import edge_from, is_own, node_from
from ..writing.nodes import Node

GATHER = Statement(
    "graph.changes", "gather", sees_all="The rules hold over what is hidden too; the judge alone sees it."
)


def asked_for(nodes: Collection[str | None], children: Iterable[str] = ()) -> Mapping[str, object]:
    """The ids of nodes that a change names, None aside, and of those among them whose edges matter."""
    return {"nodes": sorted({id_ for id_ in nodes if id_}), "children": sorted(children)}


@dataclass(frozen=True)
class Known:
    """The nodes that there are, and the live edges that leave the children, as somebody with these rights sees them."""

    workspace: str
    nodes: Mapping[str, Node]
    edges: Sequence[Edge]
    rights: Rights

    def node(self, what: str, id_: str) -> Node:
        """The live node with this id. Raises Archived, and NotFound where there is none that may be seen."""
        node = self.readable(what, id_)
        require_live(what, id_, node.space)
        return node

    def readable(self, what: str, id_: str) -> Node:
        """The same, whether it is live or archived."""
        node = self.nodes.get(id_)
        if node is None or not self.shows(node):
            raise NotFound(what, id_)
        return node

    def shows(self, node: Node) -> bool:
        """Whether it may be read: people, teams and periods by whoever is in the workspace."""
        return node.space == self.workspace or self.rights.may_read(home_of(node.space))


def known_from(workspace: str, gathered: Sequence[Any], rights: Rights) -> Known:
    """What gather.cypher answers, in our words. `Any`, as rows come in any shape that Cypher can return."""
    nodes, edges = gathered
    found = (node_from(*row) for row in nodes)
    return Known(workspace, {node.id: node for node in found}, [edge_from(*row) for row in edges], rights)


def sources_of(node: Node) -> frozenset[str]:
    """The sources that the node came from, by its identities."""
    return frozenset(reference.identity.source for reference in node.references if is_own(reference))
