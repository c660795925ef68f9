"""The data folder: where it is, whose it is at the moment, and what is kept in it beside the database."""

import os
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_data_path

from api.stop import Stop

_ANOTHER = "give another with --data DIR or GOLDENTHREAD_DATA"


class InUse(Stop):
    """Another process has claimed the data folder."""


@dataclass(frozen=True)
class Folder:
    """A data folder that exists, readable for its owner alone."""

    path: Path

    @property
    def database(self) -> Path:
        """The home of Neo4j."""
        return self.path / "neo4j"

    @property
    def lock(self) -> Path:
        """Held by the process whose folder it is."""
        return self.path / "lock"

    @property
    def running(self) -> Path:
        """Says where the database of that process listens."""
        return self.path / "running.json"

    @property
    def sample_loaded(self) -> Path:
        """Is there once the sample is."""
        return self.path / "sample-loaded"

    def secret(self, name: str) -> str:
        """A random text, made when it is first asked for and kept for the owner's eyes alone."""
        path = self.path / name
        if not path.exists():
            half = path.with_suffix(".new")
            half.touch(mode=0o600)
            half.write_text(secrets.token_hex(32))
            half.replace(path)
        return path.read_text()


def data_folder(path: Path | None) -> Folder:
    """The folder at `path`, else the one in the user's data directory; made if it is not there.

    Raises:
        Stop: it cannot be made or written to.
    """
    folder = Folder((path or user_data_path("goldenthread")).expanduser().absolute())
    try:
        folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise Stop(f"The data folder {folder.path} cannot be made ({fault.strerror}): {_ANOTHER}.") from fault
    if not os.access(folder.path, os.W_OK | os.X_OK):
        raise Stop(f"The data folder {folder.path} cannot be written to: {_ANOTHER}.")
    return folder


@contextmanager
def claimed(folder: Folder) -> Iterator[None]:
    """Make the folder this process's own for as long as the context lasts.

    Raises:
        InUse: it is another's at the moment.
    """
    with ExitStack() as stack:
        try:
            stack.enter_context(FileLock(folder.lock, timeout=0))
        except Timeout as taken:
            raise InUse(
                f"The data folder {folder.path} is in use by another goldenthread: stop that one, or {_ANOTHER}."
            ) from taken
        yield
