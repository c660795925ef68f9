"""The graph as it holds now: how its nodes and edges are written, and the one home of what may be seen.

Every node of every kind says in `space` behind which border it lies, and `$reader.readable` names the borders
that the viewer may look behind. `told` and `passable` are part of every match, before any ORDER BY,
LIMIT or count, so no page, total or test can tell of what is hidden.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..archive import MARK
from ..kinds import ANY
from .places import Place

READABLE = "$reader.readable"
"""The borders that the viewer may look behind. Inside of a map, as Neo4j plans anew for each length class of a list."""

LISTED = "$reader.listed"
"""Those of them behind which the rows of a list lie that shows only what is archived."""

AMONG_READABLE = f"IN {READABLE}"

EACH_READABLE = "= space"
"""The same, where the statement goes through those borders one by one."""


@dataclass(frozen=True, slots=True)
class Live:
    """What holds now. Reads of the past will be a second such class, over the trail."""

    def start(self, place: Place) -> str:
        """The variable from which edges leave."""
        return place.node + place.guard

    def told(self, place: Place, kinds: Sequence[str], visible: str = AMONG_READABLE) -> list[str]:
        """Conditions on a node that was reached: of these kinds, and visible."""
        return [f"{place.node}:{self.labels(kinds)}", f"{place.node}.space {visible}"]

    def passable(self, variable: str) -> str:
        """Condition on a node in the midst of a path: nothing is seen beyond what is hidden."""
        return f"{variable}.space {AMONG_READABLE}"

    def said(self, place: Place, property_: str) -> str:
        """What a node says that leads to others. An archived node says of its space that it is in its archive."""
        held = f"{place.node}.{property_}"
        return f"ltrim({held}, '{MARK}')" if property_ == "space" else held

    def between(self, edge: str, relations: Iterable[str]) -> str:
        """Inside of an edge's brackets: these relations."""
        return f"{edge}:{'|'.join(relations)}"

    def labels(self, kinds: Iterable[str]) -> str:
        """The label expression of these kinds; of `Node`, all that is found by its id alone."""
        return "|".join(ANY if kind == "Node" else kind for kind in kinds)
