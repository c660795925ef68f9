"""What an import could not take: a file beside that which was imported, one JSON object a line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson


def beside(path: Path) -> Path:
    return path.with_suffix(".refused.jsonl")


@contextmanager
def quarantine(path: Path) -> Iterator[Callable[[object], None]]:
    """Takes rows of any shape that JSON has. What an earlier import left there goes; without a row there is no file."""
    with beside(path).open("wb") as file:

        def put(row: object) -> None:
            file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))

        yield put
        is_empty = file.tell() == 0
    if is_empty:
        beside(path).unlink()
