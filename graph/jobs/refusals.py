"""Rows that an import refused, and why an import itself cannot go on."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..changes.upserting import Upserted
from ..refusals import Refused
from ..writing.stated import Outcome
from .chunks import Chunk


class TakenOver(Refused):
    """Somebody else runs the import by now."""

    code = "IMPORT_TAKEN_OVER"

    def __init__(self) -> None:
        super().__init__("Another process goes on with this import: wait for that one, or stop it and start again.")


class TooLong(Refused):
    """More than can be rehearsed at once."""

    code = "TOO_MANY"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"More than {most} items: a rehearsal keeps all of them in one transaction. Rehearse the first lines alone."
        )


@dataclass(frozen=True)
class Row:
    """A line that was refused, or one of its links. `place` is the link's, from 1; 0 is the line as a whole."""

    line: int
    place: int
    code: str
    message: str


def refused_rows(chunk: Chunk, upserted: Upserted) -> Iterator[Row]:
    """What a chunk refused."""
    for number, bad in chunk.bad:
        yield Row(number, 0, bad.code, str(bad))
    for item in upserted.items:
        result = item.result
        if result.outcome is Outcome.REFUSED:
            line, place = where(chunk, item.path)
            yield Row(line, place, str(result.code), str(result.message))


def where(chunk: Chunk, path: tuple[str, ...]) -> tuple[int, int]:
    """The line and the place in it of what an upsert calls `input nodes 3` or `input children 0 links 2`."""
    _, sort, number, *rest = path
    if sort == "nodes":
        return chunk.nodes[int(number)][0], 0
    return chunk.children[int(number)][0], int(rest[1]) + 1 if rest else 0
