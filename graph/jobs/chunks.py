"""A file in chunks: first all nodes, then what names them, so that a line may name what a later one states.

Check-ins and time entries name the work that they speak of, so they come in the second round, with the links.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from ..changes.upserting import StatedChild
from ..writing.identities import Name
from ..writing.placing import SPEAKS_OF
from ..writing.stated import StatedNode
from ..writing.upserting import MOST_ITEMS
from .lines import BadLine, Line, Read

ROUNDS = (1, 2)

MOST_BYTES = 4 << 20
"""Of the lines of one chunk: long texts make it smaller."""


@dataclass(frozen=True)
class Place:
    """How far an import is: after that line of that round. `chunk` counts the chunks before."""

    chunk: int = 0
    round: int = ROUNDS[0]
    line: int = 0


@dataclass
class Chunk:
    """Lines that are taken in one change, and the place after them. No node and no child is stated twice in it."""

    place: Place
    nodes: list[tuple[int, StatedNode]] = field(default_factory=list)
    children: list[tuple[int, StatedChild]] = field(default_factory=list)
    bad: list[tuple[int, BadLine]] = field(default_factory=list)
    names: set[Name] = field(default_factory=set)
    size: int = 0
    bytes: int = 0

    @property
    def lines(self) -> int:
        return len(self.nodes) + len(self.children) + len(self.bad)

    def takes(self, line: Line, most: int) -> bool:
        """Whether the line fits. What is alone in its chunk always does, and is refused there where it is too much."""
        has_room = self.size + size_of(line) <= most and self.bytes + line.bytes <= MOST_BYTES
        return not self.lines or (has_room and name_of(line) not in self.names)

    def take(self, line: Line) -> None:
        self.place = Place(self.place.chunk, self.place.round, line.number)
        self.size += size_of(line)
        self.bytes += line.bytes
        if name := name_of(line):
            self.names.add(name)
        if isinstance(line.states, StatedNode):
            self.nodes.append((line.number, line.states))
        elif isinstance(line.states, StatedChild):
            self.children.append((line.number, line.states))
        else:
            self.bad.append((line.number, line.states))


async def chunks(read: Read, after: Place, most: int = MOST_ITEMS) -> AsyncIterator[Chunk]:
    """What is left after a place, in chunks of at most `most` items: the same ones, whoever cuts them and when."""
    number, line = after.chunk, after.line
    for round_ in ROUNDS[ROUNDS.index(after.round) :]:
        chunk = Chunk(Place(number + 1, round_, line))
        async for each in read(line):
            if round_of(each) != round_:
                continue
            if not chunk.takes(each, most):
                yield chunk
                number += 1
                chunk = Chunk(Place(number + 1, round_, each.number))
            chunk.take(each)
        if chunk.lines:
            yield chunk
            number += 1
        line = 0


def round_of(line: Line) -> int:
    """In which round a line is taken. What states nothing is told of in the first."""
    names_others = isinstance(line.states, StatedChild) or (
        isinstance(line.states, StatedNode) and line.states.kind in SPEAKS_OF
    )
    return ROUNDS[names_others]


def size_of(line: Line) -> int:
    """How many items a line states; one that states nothing counts as one."""
    return max(1, len(line.states.links)) if isinstance(line.states, StatedChild) else 1


def name_of(line: Line) -> Name | None:
    """The node or the child of which a line states all that it states."""
    if isinstance(line.states, StatedNode):
        return line.states.identity
    return line.states.child if isinstance(line.states, StatedChild) else None
