"""The numbers once more, written apart from the product: over all paths, in exact fractions, nothing remembered.

Nothing of the product is imported here.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

ZERO, ONE = Fraction(0), Fraction(1)
NEVER_COUNTED = ("CANCELLED", "IGNORED")
TARGETS = ("Objective", "Strategy")


@dataclass(frozen=True)
class Said:
    """A check-in: the later day counts, and of one day the later number."""

    day: str
    number: int
    progress: Fraction | None = None
    value: Fraction | None = None
    count: tuple[int, int] | None = None


@dataclass(frozen=True)
class Piece:
    """A piece of work. `goal`: the direction, then start and target, or the bounds."""

    id: str
    kind: str
    space: str
    state: str | None
    percent: Fraction | None = None
    estimate: Fraction | None = None
    method: str | None = None
    goal: tuple[str, Fraction, Fraction] | None = None
    said: tuple[Said, ...] = ()


@dataclass(frozen=True)
class Tie:
    child: str
    relation: str
    parent: str
    share: Fraction | None
    weight: Fraction


@dataclass(frozen=True)
class World:
    """What a viewer sees of all there is. `all_ties` are those of the whole."""

    pieces: dict[str, Piece]
    ties: tuple[Tie, ...]
    all_ties: tuple[Tie, ...] = field(repr=False)

    def seen_from(self, spaces: frozenset[str]) -> "World":
        pieces = {id_: piece for id_, piece in self.pieces.items() if piece.space in spaces}
        ties = tuple(tie for tie in self.ties if tie.child in pieces and tie.parent in pieces)
        return World(pieces, ties, self.all_ties)

    def up(self, id_: str) -> list[Tie]:
        return [tie for tie in self.ties if tie.child == id_]

    def down(self, id_: str) -> list[Tie]:
        return [tie for tie in self.ties if tie.parent == id_]

    def share(self, tie: Tie) -> Fraction:
        if tie.share is not None:
            return tie.share
        siblings = [other for other in self.all_ties if other.child == tie.child]
        given = sum((other.share for other in siblings if other.share is not None), ZERO)
        return (ONE - given) / sum(other.share is None for other in siblings)

    def paths_up(self, id_: str) -> Iterator[tuple[Tie, ...]]:
        yield ()
        for tie in self.up(id_):
            for rest in self.paths_up(tie.parent):
                yield (tie, *rest)

    def product(self, path: tuple[Tie, ...]) -> Fraction:
        product = ONE
        for tie in path:
            product *= self.share(tie)
        return product

    def part(self, id_: str, top: str) -> Fraction:
        """Which part of a piece goes to one above it."""
        ends = ((path, path[-1].parent if path else id_) for path in self.paths_up(id_))
        return sum((self.product(path) for path, end in ends if end == top), ZERO)

    def attribution(self, id_: str) -> dict[str, Fraction]:
        above = {path[-1].parent if path else id_ for path in self.paths_up(id_)}
        return {top: self.part(id_, top) for top in above if self.pieces[top].kind in TARGETS}

    def unattributed(self, id_: str) -> Fraction:
        """Path by path: what ends, or goes on to where it cannot be followed, anywhere but at the top of targets."""
        lost = ZERO
        for path in self.paths_up(id_):
            end = path[-1].parent if path else id_
            ups = self.up(end)
            if ups or self.pieces[end].kind not in TARGETS:
                lost += self.product(path) * (ONE - sum((self.share(tie) for tie in ups), ZERO))
        return lost

    def is_leaf(self, id_: str) -> bool:
        parts = (tie for tie in self.down(id_) if self.pieces[tie.child].kind == "WorkItem")
        return self.pieces[id_].kind == "WorkItem" and not any(parts)

    def leaves(self) -> list[str]:
        return [id_ for id_ in self.pieces if self.is_leaf(id_) and self.pieces[id_].state not in NEVER_COUNTED]

    def leaf_progress(self, id_: str) -> Fraction:
        piece = self.pieces[id_]
        return ONE if piece.state == "DONE" else piece.percent or ZERO

    def effort(self, id_: str, basis: str) -> tuple[Fraction, Fraction]:
        """All of it, and what is done of it: leaf by leaf, path by path."""
        total, done = ZERO, ZERO
        for leaf in self.leaves():
            size = ONE if basis == "COUNT" else self.pieces[leaf].estimate or ZERO
            total += size * self.part(leaf, id_)
            done += size * self.part(leaf, id_) * self.leaf_progress(leaf)
        return total, done

    def below(self, id_: str) -> set[str]:
        return {tie.child for tie in self.down(id_)}.union(*(self.below(tie.child) for tie in self.down(id_)))

    def unestimated(self, id_: str) -> int:
        return sum(self.pieces[leaf].estimate is None for leaf in self.leaves() if leaf in self.below(id_) | {id_})

    def counts(self, id_: str) -> Counter[str]:
        return Counter(self.pieces[other].kind for other in self.below(id_))

    def counted_leaves(self, id_: str) -> set[str]:
        """The leaves at and below that are reached through work that is neither proposed nor given up."""
        own = {id_} & set(self.leaves())
        return own.union(*(self.counted_leaves(tie.child) for tie in self.down(id_) if self.counts_above(tie.child)))

    def counts_above(self, id_: str) -> bool:
        return self.pieces[id_].state not in (*NEVER_COUNTED, "PROPOSED")

    def method(self, id_: str) -> str:
        piece = self.pieces[id_]
        if piece.kind == "KeyResult":
            return "MANUAL"
        if self.is_leaf(id_):
            return "NONE"
        if piece.method:
            return piece.method
        if piece.kind in ("WorkItem", "Project", "Initiative"):
            sized = any(self.pieces[leaf].estimate for leaf in self.counted_leaves(id_))
            return "CHILDREN_EFFORT" if sized else "LEAF_COUNT"
        has_key_results = any(self.pieces[tie.child].kind == "KeyResult" for tie in self.down(id_))
        return "KEY_RESULTS" if has_key_results and piece.kind == "Objective" else "CHILDREN_WEIGHTED"

    def progress(self, id_: str) -> tuple[Fraction | None, Fraction | None]:
        """The value and the coverage."""
        piece, method = self.pieces[id_], self.method(id_)
        if self.is_leaf(id_):
            return (None, None) if piece.state in NEVER_COUNTED else (self.leaf_progress(id_), ONE)
        if method == "NONE":
            return None, None
        if method == "MANUAL":
            value = reached(piece) if piece.kind == "KeyResult" else reported(piece)
            return value, ZERO if value is None else ONE
        if method == "LEAF_COUNT":
            leaves = self.counted_leaves(id_)
            done = sum((self.leaf_progress(leaf) for leaf in leaves), ZERO)
            return (done / len(leaves), ONE) if leaves else (None, None)
        return self.mean(id_, method)

    def mean(self, id_: str, method: str) -> tuple[Fraction | None, Fraction | None]:
        done, known, total = ZERO, ZERO, ZERO
        for tie in self.down(id_):
            child = self.pieces[tie.child]
            if not self.counts_above(tie.child) or (method == "KEY_RESULTS" and child.kind != "KeyResult"):
                continue
            weight = tie.weight
            if method == "CHILDREN_EFFORT":
                weight *= self.share(tie) * self.effort(tie.child, "ESTIMATE")[0]
            value, _ = self.progress(tie.child)
            total += weight
            if value is not None:
                known, done = known + weight, done + weight * value
        return done / known if known else None, known / total if total else None


def reported(piece: Piece) -> Fraction | None:
    told = [said for said in piece.said if said.progress is not None or (said.count and said.count[1])]
    if not told:
        return None
    last = max(told, key=lambda said: (said.day, said.number))
    if last.progress is not None:
        return last.progress
    assert last.count is not None
    return min(ONE, Fraction(*last.count))


def attained(piece: Piece) -> Fraction | None:
    told = [said for said in piece.said if said.value is not None]
    if not told or piece.goal is None:
        return None
    value = max(told, key=lambda said: (said.day, said.number)).value
    direction, start, target = piece.goal
    assert value is not None
    if direction == "MAINTAIN":
        return ONE if start <= value <= target else ZERO
    return (value - start) / (target - start)


def reached(piece: Piece) -> Fraction | None:
    value = attained(piece)
    return None if value is None else max(ZERO, min(ONE, value))
