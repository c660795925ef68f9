"""Archiving work together with all that is part of it, under one operation, which restoring.py can undo."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from ..access.rights import Rights
from ..archive import home_of, is_archive
from ..database import Transaction
from ..refusals import Refused
from ..statements import Statement
from ..writing.edges import Edge
from ..writing.effects import Effects
from ..writing.gathering import edge_from, node_from
from ..writing.nodes import Node
from ..writing.unfit import Unfit
from .gathering import Known, asked_for, sources_of
from .permitting import editable, expected, lacking
from .verbs import NodeVerb

CONTAINED = Statement(
    "graph.changes", "contained", sees_all="What is part of work goes with it, hidden or not; the judge alone sees it."
)

MOST_NODES, MOST_LINKS = 2_000, 10_000
"""What one operation takes at most."""


class TooMuchAtOnce(Refused):
    """More is part of the node than one operation takes."""

    code = "TOO_MANY"
    path = ("input", "id")

    def __init__(self) -> None:
        super().__init__(
            f"More than {MOST_NODES} nodes or {MOST_LINKS} links would be archived at once: archive its parts first."
        )


@dataclass(frozen=True)
class Put:
    """What was archived, or restored: the node that was named, how many there are with it, and how many links that
    the caller may see could not be restored.
    """

    node: str
    count: int
    left: int = 0

    @property
    def text(self) -> str:
        """In one text, as it is recorded under the key."""
        return f"{self.node}\n{self.count}\n{self.left}"

    @classmethod
    def of(cls, text: str) -> "Put":
        node, count, left = text.split("\n")
        return cls(node, int(count), int(left))


@dataclass(frozen=True)
class Bundle:
    """Nodes that go together, and the edges at them, with the space of each edge's other end."""

    nodes: Mapping[str, Node]
    edges: Sequence[tuple[Edge, str]]

    @property
    def crossing(self) -> dict[str, Edge]:
        """The edges that lead out of the bundle, or into it, by their ids."""
        return {edge.id: edge for edge, _ in self.edges if not (edge.child in self.nodes and edge.parent in self.nodes)}


@dataclass(frozen=True)
class Archiving(NodeVerb):
    """What archiving and restoring have in common. Answers what was put, as `Put.of` reads it."""

    id: str
    expected_revision: int | None
    in_turn = True

    @property
    def payload(self) -> object:
        return [self.id, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id])


class ArchiveNode(Archiving):
    """Archives work with all that is part of it."""

    mutation = "archiveNode"

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        if is_archive(known.readable("node", self.id).space):
            return Effects(self.workspace, answer=Put(self.id, 0).text)
        node = expected(editable(known, "node", self.id), self.expected_revision)
        require_work(node)
        statement = CONTAINED.given(ws=self.workspace, id=node.id, most=MOST_NODES)
        bundle = await bundle_of(transaction, statement)
        if len(bundle.nodes) > MOST_NODES or len(bundle.crossing) > MOST_LINKS:
            raise TooMuchAtOnce
        require_editing(known.rights, bundle.nodes.values())
        effects, operation = Effects(self.workspace, answer=Put(node.id, len(bundle.nodes)).text), uuid4().hex
        for taken in bundle.nodes.values():
            effects.archive_node(taken, operation)
        for edge in bundle.crossing.values():
            effects.close_edge(edge, operation)
        return effects


def require_work(node: Node) -> None:
    """Raises Unfit for what is no work."""
    if "stateCategory" not in node.properties:
        raise Unfit("WRONG_KIND", f"Work is archived, not a {node.kind}.", ("input", "id"))


def require_editing(rights: Rights, nodes: Iterable[Node]) -> None:
    """Raises NotPermitted where one of them may not be changed; it may be hidden, so nothing is said of it."""
    for node in nodes:
        sources = sources_of(node)
        if not rights.may_edit(home_of(node.space), sources):
            raise lacking(rights, "EDITOR on the space of each piece of work that goes with it", sources)


async def bundle_of(transaction: Transaction, statement: tuple[str, Mapping[str, object]]) -> Bundle:
    """What a statement says of nodes and of edges at them."""
    row: Any = await transaction.row(*statement)
    nodes, edges = row or ((), ())
    found = (node_from(*node) for node in nodes)
    return Bundle({node.id: node for node in found}, [(edge_from(*edge), space) for *edge, space in edges])
