"""Which edges would close a ring, or make a line too long within a rank."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..ids import kind_of
from ..relations import MOST_STEPS, RELATION
from .edges import LINEAGE_NAMES
from .unfit import Unfit


@dataclass(frozen=True)
class Step:
    """An edge, where only its ends and its relation matter."""

    child: str
    relation: str
    parent: str


@dataclass(frozen=True)
class Group:
    """Edges that could be in one ring: an acyclic relation, or all lineage within a rank; `most` steps in a line."""

    name: str
    most: int | None


def group_of(step: Step) -> Group | None:
    """The group of an edge; None where it cannot be in a ring, since lineage never goes down in rank."""
    if not RELATION[step.relation].acyclic:
        return None
    if step.relation not in LINEAGE_NAMES:
        return Group(step.relation, None)
    child, parent = kind_of(step.child), kind_of(step.parent)
    if child is None or parent is None or child.rank is None or child.rank != parent.rank:
        return None
    return Group(f"rank {child.rank}", MOST_STEPS[child.rank])


class Lines:
    """The edges of one group, without rings. How far a node is from the ends of its lines is kept as edges come."""

    def __init__(self) -> None:
        self._above: defaultdict[str, set[str]] = defaultdict(set)
        self._below: defaultdict[str, set[str]] = defaultdict(set)
        self._to_top: defaultdict[str, int] = defaultdict(int)
        self._to_bottom: defaultdict[str, int] = defaultdict(int)

    def add(self, child: str, parent: str) -> None:
        self._above[child].add(parent)
        self._below[parent].add(child)
        lengthen(self._to_top, parent, child, self._below)
        lengthen(self._to_bottom, child, parent, self._above)

    def ring_with(self, child: str, parent: str) -> tuple[str, ...]:
        """The nodes of the ring that this edge would close, from the child on upwards; none where it closes none."""
        below, open_ends = {parent: child}, deque([parent])
        while open_ends:
            node = open_ends.popleft()
            if node == child:
                return child, *reversed(line_down(below, node, child))
            for further in sorted(self._above[node] - below.keys()):
                below[further] = node
                open_ends.append(further)
        return ()

    def length_with(self, child: str, parent: str) -> int:
        """The edges of the longest line that would run through this one."""
        return self._to_bottom[child] + 1 + self._to_top[parent]


def line_down(below: Mapping[str, str], node: str, bottom: str) -> list[str]:
    """The nodes below this one, down to the bottom, both excluded."""
    line = []
    while (node := below[node]) != bottom:
        line.append(node)
    return line


def lengthen(length: defaultdict[str, int], start: str, end: str, onward: defaultdict[str, set[str]]) -> None:
    """After a new edge from `start` to `end`: lines that run on from `end` may have become longer."""
    changed = [(end, length[start] + 1)]
    while changed:
        node, long = changed.pop()
        if long > length[node]:
            length[node] = long
            changed += [(further, long + 1) for further in onward[node]]


class Rings:
    """All edges that matter to some new ones, by group."""

    def __init__(self, steps: Iterable[Step]) -> None:
        self._lines: defaultdict[Group, Lines] = defaultdict(Lines)
        for step in steps:
            self.add(step)

    def add(self, step: Step) -> None:
        if group := group_of(step):
            self._lines[group].add(step.child, step.parent)

    def fault_of(self, step: Step) -> Unfit | None:
        """Why this edge cannot be added."""
        group = group_of(step)
        if group is None:
            return None
        lines = self._lines[group]
        if ring := lines.ring_with(step.child, step.parent):
            return RingClosed(ring)
        if group.most is not None and lines.length_with(step.child, step.parent) > group.most:
            return line_too_long(group.most)
        return None


def hold_together(steps: Iterable[Step], new: Iterable[Step]) -> bool:
    """Whether the new edges, which are among the steps, leave no ring and no line that is too long."""
    latest = frozenset(new)
    rings = Rings(step for step in steps if step not in latest)
    for step in latest:
        if rings.fault_of(step):
            return False
        rings.add(step)
    return True


class RingClosed(Unfit):
    """The edge would close a ring. `ring` are its nodes, from the child on upwards; some of them may be hidden."""

    def __init__(self, ring: tuple[str, ...]) -> None:
        message = "This link would close a ring: turn it round, or unlink what leads back to the child first."
        super().__init__("CYCLE", message)
        self.ring = ring


def line_too_long(most: int) -> Unfit:
    return Unfit(
        "LINE_TOO_LONG", f"A line has at most {most} links within a rank: link to something nearer to the top."
    )
