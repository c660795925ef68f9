"""One kind of node, made up one after another: where each is, for others to refer to, and its life."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.kinds import KIND
from graph.loading.lives import Life, Moment
from graph.relations import MOST_STEPS

from .calendar import END
from .seeds import Seed, identity, node_id
from .sizes import Part, Size
from .ties import Bond, Tying


@dataclass(frozen=True)
class Plot:
    """The workspace that is made up."""

    seed: Seed
    size: Size
    part: Part

    @property
    def id(self) -> str:
        return self.seed.workspace


@dataclass(frozen=True, slots=True)
class Place:
    """Something that others refer to. `until`: when it is closed; `level`: how many edges lead up from it in its rank;
    `is_favourite`: a good part of all work falls to it.
    """

    id: str
    kind: str
    space: str
    since: int
    until: int = END
    level: int = 0
    is_favourite: bool = False


@dataclass
class Growing:
    """The nodes of one kind, as far as they have been made up."""

    plot: Plot
    kind: str
    places: list[Place] = field(default_factory=list)
    lives: list[Life] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = self.plot.seed.chance(self.kind)

    @property
    def number(self) -> int:
        """The next one's."""
        return len(self.places) + 1

    def new_id(self, since: int) -> str:
        return node_id(self.kind, since, self.chance)

    def add(self, place: Place, moments: Sequence[Moment], bonds: Sequence[Bond] = ()) -> None:
        """Takes the next one, with the edges that lead from it at last."""
        ties = Tying(self.chance, place.since, END, self.plot.size.ceased).ties(bonds)
        self.lives.append(Life(place.id, self.kind, place.space, identity(self.kind, self.number), moments, ties))
        self.places.append(place)


def deepest(kind: str) -> int:
    """How many edges of lineage may lead up from work of this kind within its rank."""
    return MOST_STEPS[KIND[kind].rank or 0]
