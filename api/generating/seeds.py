"""What makes the sample the same for the same seed: chances and ids that come from it."""

from dataclasses import dataclass
from random import Random

from ulid import ULID

from graph.ids import EDGE
from graph.kinds import KIND
from graph.writing.identities import Identity

SOURCE = "generator"


@dataclass(frozen=True)
class Seed:
    """The seed of one workspace. No two workspaces have an id in common."""

    workspace: str
    number: int

    def chance(self, topic: str) -> Random:
        """The chances of one topic: more rows of another topic do not change them."""
        return Random(f"{self.number}/{self.workspace}/{topic}")  # noqa: S311 - a sample, no secret


def node_id(kind: str, at: int, chance: Random) -> str:
    """An id as a node of this kind gets at this instant."""
    return f"{KIND[kind].prefix}_{unique(at, chance)}"


def edge_id(at: int, chance: Random) -> str:
    return f"{EDGE}_{unique(at, chance)}"


def unique(at: int, chance: Random) -> str:
    return str(ULID(at.to_bytes(6) + chance.randbytes(10)))


def identity(kind: str, number: int | str) -> Identity:
    """What the generator calls a node: its kind, and its number among those of its kind."""
    return Identity(SOURCE, kind, str(number))
