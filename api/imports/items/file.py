"""A file of items: what it is known by, and its lines."""

import hashlib
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from graph.jobs.claiming import Content
from graph.jobs.lines import BadLine, Line
from graph.refusals import Refused
from resolvers.lines import LONGEST, Lines, source_in

BLOCK = 1 << 20


class NoItems(Refused):
    """The file is not one of items."""

    code = "BAD_FILE"


def content(path: Path) -> Content:
    """What a file is known by. Raises NoItems where it cannot be read."""
    digest, lines, last = hashlib.sha256(), 0, b"\n"
    with reading(path) as file:
        while block := file.read(BLOCK):
            digest.update(block)
            lines += block.count(b"\n")
            last = block[-1:]
    return Content(digest.hexdigest(), lines + (last != b"\n"), path.name)


def source_of(path: Path) -> str:
    """The source that the first line names. Raises NoItems."""
    with reading(path) as file:
        try:
            return source_in(next_line(file))
        except BadLine as bad:
            raise NoItems(f"{path}, line 1: {bad}") from bad


async def lines_after(path: Path, lines: Lines, after: int) -> AsyncIterator[Line]:
    """The lines after the one with this number. They are read where they are asked for: nothing else runs meanwhile."""
    with reading(path) as file:
        number = 0
        while text := next_line(file):
            number += 1
            if number > after and (line := lines.line(number, text)):
                yield line


def next_line(file: BinaryIO) -> bytes:
    """The next line, empty at the end. Of one that is too long, the beginning; the rest is passed over."""
    text = rest = file.readline(LONGEST + 1)
    while len(rest) > LONGEST and not rest.endswith(b"\n"):
        rest = file.readline(LONGEST + 1)
    return text


@contextmanager
def reading(path: Path) -> Iterator[BinaryIO]:
    """Raises NoItems for a file that cannot be opened."""
    try:
        file = path.open("rb")
    except OSError as fault:
        raise NoItems(f"{path} cannot be read ({fault.strerror}): give the path of a file of items.") from fault
    with file:
        yield file
