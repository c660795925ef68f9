"""Who is asked: the driver for the statement of the numbers alone, and our server for the numbers themselves."""

import asyncio
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from graph.measures.gathering import GATHER

from ..asking import posted
from ..inside import inside
from ..load import raw
from ..scene import Scene
from ..systems.ours import COMMAND, environment
from ..systems.system import free_port, process

HERE = Path(__file__).parent
Variables = Mapping[str, Any]
"""Of any type that JSON knows, and so are answers: hence `Any`."""


def question(name: str) -> str:
    return (HERE / "questions" / f"{name}.graphql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Server:
    """Ours, over HTTP, at one connection after the other."""

    port: int
    token: str

    def data(self, name: str, variables: Variables) -> Any:
        return posted(self.port, json.dumps({"query": question(name), "variables": variables}), self.token)

    def took(self, name: str, variables: Variables) -> float:
        """Seconds until the whole answer was there."""
        began = perf_counter()
        self.data(name, variables)
        return perf_counter() - began


@contextmanager
def server(scene: Scene, logs: Path, kept: int) -> Iterator[Server]:
    """One that remembers so many numbers."""
    port = free_port()
    around = {**environment(scene, port), "GOLDENTHREAD_NUMBERS_KEPT": str(kept)}
    with process(f"ours-{kept}", [*COMMAND, "serve"], around, port, logs) as answering:
        yield Server(answering, scene.token())


class Driver:
    """The driver in this process, which runs the statement that progress rests on. One event loop holds it."""

    def __init__(self, scene: Scene, runner: asyncio.Runner) -> None:
        self._scene, self._runner = scene, runner
        self._driver = raw.opened(scene.server())

    def took(self, ids: Sequence[str]) -> float:
        """Seconds until what is gathered for these was there."""
        reader = {"workspace": self._scene.workspace, "readable": list(self._scene.readable)}
        text, parameters = GATHER.given(ids=list(ids), reader=reader, each=False)
        began = perf_counter()
        self._runner.run(raw.value(self._driver, self._scene.server(), text, parameters))
        return perf_counter() - began

    def close(self) -> None:
        self._runner.run(self._driver.close())


@contextmanager
def driver(scene: Scene) -> Iterator[Driver]:
    with asyncio.Runner() as runner:
        opened = Driver(scene, runner)
        try:
            yield opened
        finally:
            opened.close()


def statements(scene: Scene, name: str, variables: Variables) -> int:
    """How many our engine sends for a question."""

    async def sent() -> int:
        async with inside(scene) as engine:
            return len(await engine.sent(question(name), variables))

    return asyncio.run(sent())
