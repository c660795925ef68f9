"""Small samples, made up once, and what holds at last in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from api.generating.growing import Plot
from api.generating.sample import lives
from api.generating.seeds import Seed
from api.generating.sizes import PARTS, Size
from graph.loading.lives import Life, Tie

UPWARD = ("PART_OF", "CONTRIBUTES_TO")


@dataclass(frozen=True)
class MadeUp:
    """The largest workspace of a sample."""

    lives: Mapping[str, Life]

    def of(self, kind: str) -> list[Life]:
        return [life for life in self.lives.values() if life.kind == kind]

    def held(self, life: Life) -> dict[str, object]:
        """What the node holds at last."""
        return {name: value for moment in life.moments for name, value in moment.sets.items()}

    @cached_property
    def lines(self) -> Mapping[str, frozenset[str]]:
        """All that is above each node at last."""
        found: dict[str, frozenset[str]] = {}
        for life in self.lives.values():
            parents = [tie.parent for tie in live(life, *UPWARD)]
            found[life.id] = frozenset(parents).union(*(found[parent] for parent in parents))
        return found


def live(life: Life, *relations: str) -> list[Tie]:
    """The edges that still hold."""
    return [tie for tie in life.ties if tie.until is None and tie.relation in relations]


@cache
def made_up(items: int = 2_000, seed: int = 7, workspace: str = "w") -> MadeUp:
    """One with so many items in all its workspaces together."""
    plot = Plot(Seed(workspace, seed), Size(items, ceased=2), PARTS[0])
    return MadeUp({life.id: life for life in lives(plot)})
