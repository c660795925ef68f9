"""The feed of a workspace from the lives in it: all their entries in the order of time, numbered without a gap."""

from collections.abc import Iterator
from heapq import heappop, heappush, heapreplace

from .entries import Row, entries_of
from .lives import Life

Waiting = tuple[int, int, Row, Iterator[tuple[int, Row]]]
"""The instant, the place of the life, its next entry, and those after it."""


class Feed:
    """Takes lives in the order in which they begin, and gives their entries as soon as none can come before them.

    It holds one entry for each life that still goes on, so its memory is bounded by how many go on at once.
    """

    def __init__(self, workspace: str) -> None:
        self._workspace = workspace
        self._waiting: list[Waiting] = []
        self._lives = 0
        self.seq, self.at = 0, 0

    def add(self, life: Life) -> None:
        entries = entries_of(self._workspace, life)
        at, row = next(entries)
        self._lives += 1
        heappush(self._waiting, (at, self._lives, row, entries))

    def before(self, end: float) -> Iterator[Row]:
        """The entries of all instants before `end`."""
        waiting = self._waiting
        while waiting and waiting[0][0] < end:
            at, place, row, entries = waiting[0]
            if following := next(entries, None):
                heapreplace(waiting, (following[0], place, following[1], entries))
            else:
                heappop(waiting)
            yield self._numbered(at, row)

    def _numbered(self, at: int, row: Row) -> Row:
        self.seq, self.at = self.seq + 1, at
        row["seq"] = self.seq
        return row
