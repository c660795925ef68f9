"""Numbers that were told before, and are told again as long as the workspace stands where it stood.

A number is known by all that it turns on: where the workspace stands in its feed, the workspace's day, what the reader
may see, the measure, and the node. The position is read before the number is computed, so a number is at least as new
as the position under which it is kept; and no reader who has seen a later position is told it.
"""

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.database import Reads
from graph.reading.positions import Position
from graph.reading.reader import Reader

from .measures import Asked, Numbers, side_by_side

LONGEST_CHANGE = 600_000
"""Milliseconds after which no change is under way any more that took its turn before."""

SETTLING = 1.0
"""Seconds in which all of a change is there for readers, once one of them has seen a part of it."""

MOST_WORKSPACES = 1_000


@dataclass
class Remembering:
    """At most `most` numbers, those told last; 0 for none. One with an explanation counts for all parts of that."""

    most: int
    clock: Callable[[], float] = time.monotonic
    held: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    weight: int = 0
    stood: OrderedDict[str, tuple[int | None, float]] = field(default_factory=OrderedDict)

    async def numbers(self, asked: Asked, graph: Reads, reader: Reader, position: Position, timeout: float) -> Numbers:
        """What is known, and the rest by a statement for each measure. `timeout` in seconds."""
        if not self.most or position.seq is None:
            return await side_by_side(asked, graph, reader, timeout)
        all_of = (reader.workspace, position.seq, position.day(reader.now), frozenset(reader.readable))
        known = {measure: self.recalled((measure, *all_of), ids) for measure, ids in asked.items()}
        unknown = {measure: [id_ for id_ in ids if id_ not in known[measure]] for measure, ids in asked.items()}
        is_settled = self.is_settled(reader.workspace, position)
        found = await side_by_side({measure: ids for measure, ids in unknown.items() if ids}, graph, reader, timeout)
        for measure, numbers in found.items():
            told = {id_: numbers.get(id_) for id_ in unknown[measure]}
            known[measure] |= told
            if is_settled:
                self.keep((measure, *all_of), told)
        return known

    def recalled(self, scope: Hashable, ids: Iterable[str]) -> dict[str, Any]:
        """The numbers of those nodes whose numbers are known."""
        known = {}
        for id_ in ids:
            if (key := (scope, id_)) in self.held:
                self.held.move_to_end(key)
                known[id_] = self.held[key]
        return known

    def keep(self, scope: Hashable, numbers: Mapping[str, Any]) -> None:
        for id_, number in numbers.items():
            if (scope, id_) not in self.held:
                self.held[scope, id_] = number
                self.weight += weight(number)
        while self.weight > self.most:
            self.weight -= weight(self.held.popitem(last=False)[1])

    def is_settled(self, workspace: str, position: Position) -> bool:
        """Whether all of the last change is there: its number can be seen a moment before the rest of it."""
        now = self.clock()
        known, since = self.stood.get(workspace, (None, now))
        if known != position.seq:
            since = now
            self.stood[workspace] = position.seq, since
            if len(self.stood) > MOST_WORKSPACES:
                self.stood.popitem(last=False)
        return now - since > SETTLING or position.read_at - (position.at or 0) > LONGEST_CHANGE


def weight(number: Any) -> int:
    """How much room a number takes, in numbers: it can be of any sort, hence `Any`."""
    explanation = getattr(number, "explanation", None)
    return 1 + len(explanation.contributions) if explanation else 1
