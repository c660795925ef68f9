"""How an edge came to be as it is: those before it that ceased, each in its turn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.loading.lives import Tie
from graph.records.states import AskSize
from graph.relations import MILLIONTHS, RELATION

from .chances import Chance
from .seeds import edge_id

WEIGHTS = (0, MILLIONTHS // 2, MILLIONTHS, 2 * MILLIONTHS, 3 * MILLIONTHS, 5 * MILLIONTHS)
SIZES = tuple(size.name for size in AskSize)

WEIGHTED = 0.12
"""How often an edge of lineage has a weight by choice; it may be 1 all the same."""

CHANGES = 3
"""How often an edge that has a weight or a size has changed at most, for each edge that has ceased on average."""

MOVES = 2
"""How often another edge has led to another parent at most."""

MOVED = 0.3
"""How often an edge came from another parent, and not from another weight or size."""


def nothing(_: Chance) -> None:
    """There is no other parent that the edge could have had."""


@dataclass(frozen=True, slots=True)
class Bond:
    """An edge as it is at last; `other` gives another parent that it could have had before."""

    relation: str
    parent: str
    holds: Mapping[str, object]
    other: Callable[[Chance], str | None] = nothing


def lineage(chance: Chance, share: int | None = None) -> dict[str, object]:
    """What an edge of lineage holds."""
    weight = chance.choice(WEIGHTS) if chance.happens(WEIGHTED) else MILLIONTHS
    return {"weight": weight} if share is None else {"share": share, "weight": weight}


def can_change(bond: Bond) -> bool:
    """Whether the edge can have had another weight or size."""
    return not {"weight", "size"}.isdisjoint(RELATION[bond.relation].holds)


@dataclass(frozen=True)
class Tying:
    """The edges of one child, which change between `since` and `until`."""

    chance: Chance
    since: int
    until: int
    ceased: int

    def ties(self, bonds: Sequence[Bond]) -> list[Tie]:
        """All edges that ever were, for those that are at last. No two of a relation ever led to one parent at once."""
        taken = {(bond.relation, bond.parent) for bond in bonds}
        return [tie for bond in bonds for tie in self._line(bond, taken)]

    def _line(self, bond: Bond, taken: set[tuple[str, str]]) -> list[Tie]:
        """One edge and those before it, in the order of time."""
        versions = self._versions(bond, taken)
        later = sorted(self.chance.sample(range(self.since + 1, self.until), len(versions) - 1))
        ids = [edge_id(at, self.chance) for at in (self.since, *later)]
        line: list[Tie] = []
        for version, identifier, begins, ends in zip(versions, ids, (self.since, *later), (*later, None), strict=True):
            replaces = line[-1].id if line and line[-1].parent == version.parent else None
            line.append(Tie(identifier, version.relation, version.parent, begins, ends, version.holds, replaces))
        return line

    def _versions(self, bond: Bond, taken: set[tuple[str, str]]) -> list[Bond]:
        """The edge as it was, from the first to the last."""
        versions = [bond]
        most = CHANGES * self.ceased if can_change(bond) else MOVES
        most = min(most, self.until - self.since - 1)
        for _ in range(self.chance.randint(0, most)):
            earlier = self._earlier(versions[-1], taken)
            if earlier is None:
                break
            versions.append(earlier)
        return versions[::-1]

    def _earlier(self, bond: Bond, taken: set[tuple[str, str]]) -> Bond | None:
        """The edge before this one; None where there can have been none."""
        if not can_change(bond) or self.chance.happens(MOVED):
            parent = bond.other(self.chance)
            if parent and (bond.relation, parent) not in taken:
                taken.add((bond.relation, parent))
                return replace(bond, parent=parent)
        return replace(bond, holds=self._changed(bond.holds)) if can_change(bond) else None

    def _changed(self, holds: Mapping[str, object]) -> dict[str, object]:
        """Another size or weight, and never a larger share: so shares have never summed to more than 1."""
        if "weight" not in holds:
            return {"size": self.chance.choice([size for size in SIZES if size != holds.get("size")])}
        changed = {**holds, "weight": self.chance.choice([weight for weight in WEIGHTS if weight != holds["weight"]])}
        if isinstance(share := holds.get("share"), int):
            changed["share"] = share * self.chance.randint(6, 10) // 10
        return changed
