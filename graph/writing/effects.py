"""What a change writes: rows for the blocks of settle.cypher, each of which has the name of its list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..archive import archive_of, home_of
from ..kinds import KIND
from ..relations import RELATION
from .edges import Edge
from .nodes import Node
from .references import Reference
from .rings import Step

Row = Mapping[str, object]

WITHOUT_EDGES = frozenset({"CheckIn", "TimeEntry", "CostRate"})
"""Found by a property of theirs, never by an edge: they have no twin on the trail."""


@dataclass
class Effects:
    """Grows while a change is judged. `entries` counts what the feed will say; `steps` are new edges that must leave
    no ring once all is written; `live` are nodes that must not be archived, but for those that are `restored`;
    `answer` is what the caller is told.
    """

    workspace: str
    answer: str = ""
    entries: int = 0
    expect: list[Row] = field(default_factory=list)
    create: list[Row] = field(default_factory=list)
    twin: list[Row] = field(default_factory=list)
    change: list[Row] = field(default_factory=list)
    move: list[Row] = field(default_factory=list)
    unrefer: list[Row] = field(default_factory=list)
    refer: list[Row] = field(default_factory=list)
    close: list[Row] = field(default_factory=list)
    open: list[Row] = field(default_factory=list)
    enter: list[Row] = field(default_factory=list)
    configure: list[Row] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    live: set[str] = field(default_factory=set)
    restored: set[str] = field(default_factory=set)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changes: each change has its entry in the feed."""
        return self.entries == 0

    def expect_revision(self, node: Node) -> None:
        """The node must still be as it was gathered."""
        self.expect.append({"id": node.id, "revision": node.revision})

    def expect_edges(self, child: str, edges: Iterable[Edge]) -> None:
        """Just these live edges must still leave the child."""
        self.expect.append({"id": child, "edges": sorted(edge.id for edge in edges), "isLive": True})

    def expect_live(self, node: str) -> None:
        """The node must not be archived by now; it may be one that this change makes, or brings back."""
        if node not in self.live | self.restored:
            self.live.add(node)
            self.expect.append({"id": node, "isLive": True, "isNew": True})

    def create_node(self, node: Node) -> None:
        own: dict[str, object] = {"id": node.id, "ws": self.workspace, "space": node.space}
        if (rank := KIND[node.kind].rank) is not None:
            own["rank"] = rank
        if node.kind not in WITHOUT_EDGES:
            self.twin.append({**own, "kind": node.kind})
        self.create.append(
            {
                "entry": self._next_entry(),
                "labels": list(KIND[node.kind].labels),
                "properties": {**node.properties, **own},
                "references": texts_of(node.references),
            }
        )
        self._refer(node, node.references)

    def change_node(self, before: Node, after: Node) -> None:
        self.expect_revision(before)
        moves = before.space != after.space
        if moves:
            self.move.append({"id": after.id, "space": after.space, "home": after.space, "change": "CHANGED"})
        self.change.append(
            {
                "entry": self._next_entry(),
                "id": before.id,
                "change": "CHANGED",
                "properties": {**before.changes_to(after), **({"space": after.space} if moves else {})},
                "references": None if before.references == after.references else texts_of(after.references),
            }
        )
        gone = before.references - after.references
        self.unrefer += [{"key": reference.key(self.workspace, before.id)} for reference in gone]
        self._refer(after, after.references - before.references)

    def archive_node(self, node: Node, operation: str) -> None:
        """The node goes to its space's archive. The operation is what brings it back."""
        self._put(node, archive_of(node.space), "ARCHIVED", operation)

    def restore_node(self, node: Node) -> None:
        """The node comes back from the archive of its space."""
        self.restored.add(node.id)
        self._put(node, home_of(node.space), "RESTORED", None)

    def _put(self, node: Node, space: str, change: str, operation: str | None) -> None:
        self.expect_revision(node)
        self.move.append({"id": node.id, "space": space, "home": home_of(space), "change": change})
        properties = {"space": space, "archivedBy": operation}
        row = {"entry": self._next_entry(), "id": node.id, "change": change, "properties": properties}
        self.change.append({**row, "references": None})

    def open_edge(self, edge: Edge, closes: Edge | None) -> None:
        """A new edge. The one that it takes the place of is closed; the feed has one entry of both."""
        self.expect_live(edge.parent)
        if closes:
            self.close.append({"id": closes.id, "child": closes.child, "operation": None})
        self.open.append(
            {
                "id": edge.id,
                "child": edge.child,
                "parent": edge.parent,
                "relation": edge.relation,
                "single": RELATION[edge.relation].single,
                "holds": {**edge.holds, "source": edge.source},
            }
        )
        self._enter("RELINKED" if closes else "LINKED", edge, closes.id if closes else None)

    def close_edge(self, edge: Edge, operation: str | None = None) -> None:
        """The edge ceases. `operation` is the one that archives an end of it, and can bring it back."""
        self.close.append({"id": edge.id, "child": edge.child, "operation": operation})
        self._enter("UNLINKED", edge, None)

    def configure_workspace(self, settings: Mapping[str, object], revision: int) -> None:
        """Settings of the workspace itself, by their names in the store; None clears. It comes to this revision."""
        self.configure.append({"properties": {**settings, "revision": revision}})
        entry = {"change": "CONFIGURED", "revision": revision, "sets": sorted(settings), **settings}
        self.enter.append({"entry": self._next_entry(), "properties": entry})

    def _enter(self, change: str, edge: Edge, closes: str | None) -> None:
        said = {"change": change, "edge": edge.id, "relation": edge.relation, "closes": closes, "source": edge.source}
        ends = {"child": edge.child, "parent": edge.parent}
        self.enter.append({"entry": self._next_entry(), "properties": {**said, **ends, **edge.holds}})

    def _refer(self, node: Node, references: Iterable[Reference]) -> None:
        own = {"ws": self.workspace, "space": node.space, "node": node.id}
        self.refer += [
            {**reference.row, **own, "key": reference.key(self.workspace, node.id)} for reference in references
        ]

    def _next_entry(self) -> int:
        self.entries += 1
        return self.entries


def texts_of(references: Iterable[Reference]) -> list[str]:
    """References as a revision keeps them."""
    return sorted(reference.text for reference in references)
