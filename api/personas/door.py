"""The start key: whoever holds it may ask as a persona. It is printed, and kept for the owner's eyes alone."""

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from api.stop import Stop

FILE = "personas.json"
"""In the data folder, for as long as its demo runs."""


@dataclass(frozen=True)
class Door:
    """Where a demo listens, and its key."""

    origin: str
    key: str

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"{self.origin}/?key={self.key}"

    def opens_with(self, key: str) -> bool:
        return secrets.compare_digest(key.encode(), self.key.encode())


def new_door(origin: str) -> Door:
    """A door with a key that nobody has had."""
    return Door(origin, secrets.token_urlsafe(24))


@contextmanager
def announced(door: Door, folder: Path) -> Iterator[None]:
    """Leave the key in the data folder, for as long as the context lasts."""
    path, half = folder / FILE, folder / f"{FILE}.new"
    half.unlink(missing_ok=True)
    half.touch(mode=0o600)
    half.write_text(json.dumps({"origin": door.origin, "key": door.key}))
    half.replace(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def announced_door(folder: Path) -> Door:
    """The door of the demo that runs on the data folder.

    Raises:
        Stop: none does.
    """
    try:
        return Door(**json.loads((folder / FILE).read_text()))
    except FileNotFoundError as fault:
        raise Stop(
            f"No demo runs on {folder}: start one with `goldenthread demo`, or name its folder with --data DIR."
        ) from fault
