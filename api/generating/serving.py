"""What work above the items serves: objectives, key results and strategies of its own time."""

from dataclasses import dataclass

from .calendar import DAY
from .chances import Chance
from .choosing import Choice, choice
from .growing import Growing, Place, Plot
from .shares import shared
from .ties import Bond, lineage

RECENT = 150 * DAY
"""What is served has been there for no longer than this."""

STRATEGIC = 0.1
"""How often something serves a strategy without an objective between them."""


@dataclass(frozen=True)
class Aims:
    """All that can be served."""

    favourite: Place
    recent: Choice
    strategies: Growing

    def served(self, chance: Chance, since: int) -> list[Place]:
        """One to three, in most cases one."""
        picked = [self.recent.pick(chance, since, RECENT) for _ in range(chance.choice((1, 1, 1, 2, 3)))]
        if chance.happens(STRATEGIC):
            picked.append(chance.choice(self.strategies.places))
        return list({place.id: place for place in picked if place}.values())

    def bonds(self, chance: Chance, since: int, served: list[Place]) -> list[Bond]:
        """The edges to them, with shares and weights."""
        other = self.recent.other(since, RECENT)
        return [
            Bond("CONTRIBUTES_TO", place.id, lineage(chance, share), other)
            for place, share in zip(served, shared(chance, len(served)), strict=True)
        ]


def aims(plot: Plot, strategies: Growing, objectives: Growing, key_results: Growing) -> Aims:
    chance = plot.seed.chance("aims")
    favourite = next(place for place in objectives.places if place.is_favourite)
    others = [place for place in (*objectives.places, *key_results.places) if not place.is_favourite]
    return Aims(favourite, choice(others, chance), strategies)
