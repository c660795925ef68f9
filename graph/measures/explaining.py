"""Where a number comes from: what each child or leaf adds to it, the most first, and the rest in one row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..records.numbers import Contribution, Explanation, Rest
from ..records.states import ProgressMethod
from ..relations import MILLIONTHS
from .leaves import Leaves
from .progressing import Progressing, counted_leaves
from .works import Number, Part, Work


@dataclass(frozen=True, slots=True)
class Added:
    """What one piece adds, exactly; `size` in millionths. `path` leads from there up to what is explained."""

    path: Sequence[str]
    share: Number
    weight: Number | None
    size: Number | None
    progress: Fraction | None
    adds: Fraction

    @property
    def order(self) -> tuple[Fraction, str]:
        return -self.adds, self.path[0]

    @property
    def record(self) -> Contribution:
        return Contribution(
            node=self.path[0],
            path=list(self.path),
            share=float(self.share),
            weight=as_float(self.weight),
            size=None if self.size is None else float(Fraction(self.size) / MILLIONTHS),
            progress=as_float(self.progress),
            contribution=float(self.adds),
        )


def explanation(added: Sequence[Added], first: int) -> Explanation:
    """The `first` that add the most, and what the others add together."""
    ordered = sorted(added, key=lambda each: each.order)
    shown, rest = ordered[:first], ordered[first:]
    return Explanation(
        contributions=[each.record for each in shown],
        rest=Rest(count=len(rest), contribution=float(sum(each.adds for each in rest))) if rest else None,
    )


def added_to(work: Work, progressing: Progressing) -> list[Added]:
    """What adds to the progress of a piece, every leaf of which is known by itself: together its value."""
    far = progressing.of(work)
    if far.value is None:
        return []
    if work.is_leaf or far.method is ProgressMethod.MANUAL:
        return [Added([work.id], 1, None, None, far.value, far.value)]
    if far.method is ProgressMethod.LEAF_COUNT:
        return list(leaves_added(work, counted_leaves(work)))
    return list(children_added(work, progressing))


def leaves_added(work: Work, leaves: Leaves) -> Iterator[Added]:
    for leaf in leaves.works:
        path, share = way_up(work, leaf, leaves)
        progress = Fraction(leaf.progress or 0, MILLIONTHS)
        yield Added(path, share, None, None, progress, progress / leaves.count)


def way_up(work: Work, leaf: Work, leaves: Leaves) -> tuple[list[str], Number]:
    """The ids from the leaf up to the piece by the way that was found first, and the product of the shares."""
    path, share = [leaf.id], Fraction(1)
    while path[-1] != work.id:
        above, part = leaves.ways[path[-1]]
        path.append(above.id)
        share *= part.share
    return path, share


def children_added(work: Work, progressing: Progressing) -> Iterator[Added]:
    far = progressing.of(work)
    for part, weight in progressing.weighed(work, far.method):
        progress = progressing.of(part.work).value
        adds = Fraction(0) if progress is None else weight * progress / Fraction(far.known)
        yield Added(
            [part.work.id, work.id], part.share, part.weight, size_of(part, far.method, progressing), progress, adds
        )


def size_of(part: Part, method: ProgressMethod, progressing: Progressing) -> Number | None:
    """The size of a child, where it matters."""
    return progressing.sizes.of(part.work) if method is ProgressMethod.CHILDREN_EFFORT else None


def as_float(number: Number | None) -> float | None:
    return None if number is None else float(number)
