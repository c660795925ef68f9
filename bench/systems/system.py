"""What a system is to the bench, and how a process that answers is run."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from api.local.process import await_connection, free_port, guarded
from api.stop import Stop

from ..scene import Scene
from ..texts import ROOT

PATIENCE = 60
"""Seconds that a process has to start."""


@dataclass(frozen=True)
class System:
    """`dialect` says in whose words it is asked; `serving` runs it and gives its port, and is None for the driver."""

    name: str
    title: str
    dialect: str
    serving: Callable[[Scene, Path], AbstractContextManager[int]] | None


@contextmanager
def process(name: str, command: Sequence[str], environment: Mapping[str, str], port: int, logs: Path) -> Iterator[int]:
    """A child that answers on the port, for as long as the context lasts.

    Raises:
        Stop: it ended before it answered.
    """
    log = logs / f"{name}.log"
    around = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    with log.open("wb") as output, guarded(command, around, output) as child:
        if not await_connection(child, port, PATIENCE):
            raise Stop(f"{name} did not start. The last that it said:\n{log.read_text()[-2000:]}")
        yield port


def python(module: str, *arguments: str) -> list[str]:
    return [sys.executable, "-m", module, *arguments]


def peer_environment(scene: Scene, port: int) -> dict[str, str]:
    """How the peers are told what they need."""
    return {
        "BENCH_URI": scene.uri,
        "BENCH_USER": scene.user,
        "BENCH_PASSWORD": scene.password,
        "BENCH_DATABASE": scene.database,
        "BENCH_READABLE": " ".join(scene.readable),
        "BENCH_PORT": str(port),
    }


__all__ = ["System", "free_port", "peer_environment", "process", "python"]
