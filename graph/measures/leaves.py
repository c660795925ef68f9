"""The leaves below a piece of work, each once, by however many ways it is reached."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .works import Bunch, Part, Work


@dataclass(slots=True)
class Leaves:
    """Leaves that count: those with several parents one by one, the others in bunches under their parent.

    `ways` leads from each piece that was reached to the one above, through which it was reached first.
    """

    works: list[Work] = field(default_factory=list)
    bunches: list[tuple[Work, Bunch]] = field(default_factory=list)
    ways: dict[str, tuple[Work, Part]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.works) + sum(bunch.count for _, bunch in self.bunches)

    @property
    def size(self) -> int:
        return sum(work.size for work in self.works) + sum(bunch.size for _, bunch in self.bunches)

    @property
    def progress(self) -> int:
        """The progress of all, added up, in millionths."""
        alone = sum(work.progress or 0 for work in self.works)
        return alone + sum(bunch.progress * bunch.count for _, bunch in self.bunches)

    @property
    def unestimated(self) -> int:
        alone = sum(not work.estimated for work in self.works)
        return alone + sum(bunch.count for _, bunch in self.bunches if not bunch.estimated)


def leaves_below(top: Work, leads: Callable[[Work], bool]) -> Leaves:
    """The leaves that count at and below `top`, through children for which `leads` holds, whatever `top` itself is."""
    found, waiting, seen = Leaves(), [top], {top.id}
    while waiting:
        work = waiting.pop()
        if work.is_counted_leaf:
            found.works.append(work)
        found.bunches += [(work, bunch) for bunch in work.bunches]
        for part in work.parts:
            if part.work.id not in seen and leads(part.work):
                seen.add(part.work.id)
                found.ways[part.work.id] = work, part
                waiting.append(part.work)
    return found
