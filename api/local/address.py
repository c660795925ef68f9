"""Where a Neo4j of our own listens, and how another process on this machine finds it."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from api.local.folder import Folder
from api.stop import Stop


def _lasts() -> bool:
    return False


@dataclass(frozen=True)
class LocalServer:
    """Where a Neo4j listens, and who may enter."""

    uri: str
    user: str
    password: str = field(repr=False)
    has_ended: Callable[[], bool] = _lasts
    """Whether it ended by itself; only who started it can know."""


@contextmanager
def announced(folder: Folder, server: LocalServer) -> Iterator[None]:
    """Leave word in the folder of where the server listens, for as long as the context lasts."""
    folder.running.write_text(json.dumps({"uri": server.uri, "user": server.user}))
    try:
        yield
    finally:
        folder.running.unlink(missing_ok=True)


def announced_server(folder: Folder) -> LocalServer:
    """The server of the process that has claimed the folder.

    Raises:
        Stop: it has not started yet.
    """
    if not folder.running.exists():
        raise Stop(f"The database of {folder.path} is just starting or stopping: try again in a moment.")
    return LocalServer(**json.loads(folder.running.read_text()), password=folder.secret("password"))
