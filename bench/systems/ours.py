"""Ours, as it is served: by its own command, in one process."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..scene import Scene
from .system import free_port, process, python

SECRET = "what the cursors of a bench are sealed with"  # noqa: S105 - it protects nothing
COMMAND = (sys.executable, "-c", "from api.command.main import main; main()")
"""`goldenthread`, wherever it is installed."""


@contextmanager
def served(scene: Scene, logs: Path) -> Iterator[int]:
    """To whoever has a token of the bench's issuer."""
    port = free_port()
    with process("ours", [*COMMAND, "serve"], environment(scene, port), port, logs) as answering:
        yield answering


@contextmanager
def served_to_a_known_viewer(scene: Scene, logs: Path) -> Iterator[int]:
    """The same application, but who asks is known without a token."""
    port = free_port()
    around = {**environment(scene, port), "BENCH_READABLE": " ".join(scene.readable)}
    with process("known", python("bench.systems.known"), around, port, logs) as answering:
        yield answering


def environment(scene: Scene, port: int = 8000) -> dict[str, str]:
    return {
        "GOLDENTHREAD_NEO4J_URI": scene.uri,
        "GOLDENTHREAD_NEO4J_USER": scene.user,
        "GOLDENTHREAD_NEO4J_PASSWORD": scene.password,
        "GOLDENTHREAD_NEO4J_DATABASE": scene.database,
        "GOLDENTHREAD_WORKSPACE": scene.workspace,
        "GOLDENTHREAD_ISSUERS": scene.issuer,
        "GOLDENTHREAD_AUDIENCE": scene.audience,
        "GOLDENTHREAD_CURSOR_SECRET": SECRET,
        "GOLDENTHREAD_COST_PER_MINUTE": "0",
        "GOLDENTHREAD_PORT": str(port),
        "GOLDENTHREAD_LOG_FORMAT": "json",
    }
