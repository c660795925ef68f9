"""How the progress of a piece of work is to be computed: as was chosen for it, else in the usual way of its kind."""

from dataclasses import dataclass, field

from ..records.states import ProgressMethod
from .works import Work

BY_EFFORT = frozenset({"WorkItem", "Project", "Initiative"})
"""Kinds whose usual way is effort, or the count of leaves where none is sized."""


@dataclass
class Methods:
    """Knows of each piece whether anything below it is sized."""

    sized: dict[str, bool] = field(default_factory=dict)

    def of(self, work: Work) -> ProgressMethod:
        if work.is_leaf:
            return ProgressMethod.NONE
        if work.kind == "KeyResult":
            return ProgressMethod.MANUAL
        return work.method or self.usual(work)

    def usual(self, work: Work) -> ProgressMethod:
        if work.kind in BY_EFFORT:
            return ProgressMethod.CHILDREN_EFFORT if self.is_sized(work) else ProgressMethod.LEAF_COUNT
        if any(part.work.kind == "KeyResult" for part in work.parts):
            return ProgressMethod.KEY_RESULTS
        return ProgressMethod.CHILDREN_WEIGHTED

    def is_sized(self, work: Work) -> bool:
        """Whether a leaf that counts in its progress has a size above 0."""
        if (known := self.sized.get(work.id)) is not None:
            return known
        own = work.size > 0 or any(bunch.size > 0 for bunch in work.bunches)
        sized = own or any(part.work.counts and self.is_sized(part.work) for part in work.parts)
        self.sized[work.id] = sized
        return sized
