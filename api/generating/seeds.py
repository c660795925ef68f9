"""What makes the sample the same for the same seed: chances, and ids that come from them."""

from dataclasses import dataclass

from ulid import ULID

from graph.ids import EDGE
from graph.kinds import KIND
from graph.writing.identities import Identity

from .chances import Chance

SOURCE = "generator"
"""The source of all that is made up, by the name in its references and edges."""


@dataclass(frozen=True)
class Seed:
    """The seed of one workspace. No two workspaces have an id in common."""

    workspace: str
    number: int

    def chance(self, topic: str) -> Chance:
        """The chances of one topic: what is made up of another topic does not change them."""
        return Chance(f"{self.number}/{self.workspace}/{topic}")


def node_id(kind: str, at: int, chance: Chance) -> str:
    """An id such as a node of this kind gets at this instant."""
    return f"{KIND[kind].prefix}_{unique(at, chance)}"


def edge_id(at: int, chance: Chance) -> str:
    return f"{EDGE}_{unique(at, chance)}"


def unique(at: int, chance: Chance) -> str:
    return str(ULID(at.to_bytes(6) + chance.randbytes(10)))


def identity(kind: str, name: int | str) -> Identity:
    """What the generator calls a node: by its kind, and by its number among those of its kind."""
    return Identity(SOURCE, kind, str(name))
