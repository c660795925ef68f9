"""How much of a workspace has been loaded."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..writing.effects import WITHOUT_EDGES
from .lives import Life


@dataclass
class Loaded:
    """Live nodes by kind, each with its identity; twins on the trail; edges that hold now, and all that ever were;
    entries of the feed, revisions among them.
    """

    kinds: Counter[str] = field(default_factory=Counter)
    twins: int = 0
    live_edges: int = 0
    trail_edges: int = 0
    entries: int = 0

    @property
    def live_nodes(self) -> int:
        return self.kinds.total()

    @property
    def all_nodes(self) -> int:
        """Live nodes, identities, twins and entries: each is a node in Neo4j."""
        return 2 * self.live_nodes + self.twins + self.entries

    @classmethod
    def of(cls, lives: Iterable[Life]) -> "Loaded":
        """What these lives come to, but for their entries."""
        loaded = cls()
        for life in lives:
            loaded.kinds[life.kind] += 1
            loaded.twins += life.kind not in WITHOUT_EDGES
            loaded.trail_edges += len(life.ties)
            loaded.live_edges += sum(tie.until is None for tie in life.ties)
        return loaded

    def add(self, more: "Loaded") -> None:
        self.kinds += more.kinds
        self.twins += more.twins
        self.live_edges += more.live_edges
        self.trail_edges += more.trail_edges
        self.entries += more.entries
