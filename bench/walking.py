"""Walks the pages of our own list, which is how one comes by a cursor that lies deep in it."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .inside import inside
from .scene import Scene

WALK = """query Walk($after: String) {
  workItems(first: 20, after: $after, orderBy: [{field: CREATED_AT, direction: DESC}]) { pageInfo { endCursor } }
}"""

Walk = Callable[[str | None], str]
"""From the cursor before a page to the one at its end."""


@contextmanager
def walking(scene: Scene) -> Iterator[Walk]:
    with asyncio.Runner() as runner:
        context = inside(scene)
        engine = runner.run(context.__aenter__())

        def walk(after: str | None) -> str:
            data = runner.run(engine.answered(WALK, {"after": after}))
            return str(data["workItems"]["pageInfo"]["endCursor"])

        try:
            yield walk
        finally:
            runner.run(context.__aexit__(None, None, None))
