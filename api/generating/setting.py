"""What stands around the work: spaces, periods, teams and people; and who owns what and is asked for what."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.loading.lives import Life

from .calendar import END, EVER
from .chances import Chance
from .choosing import Choice, choice
from .growing import Growing, Place, Plot
from .people import people, teams
from .periods import Periods, periods
from .spaces import spaces
from .ties import SIZES, Bond

FAVOURITE = 1 / 16
"""How much of a workspace's assignments falls to one person: in the largest that is a twentieth of all."""

TEAMS = 0.12
"""How often the owner is a team."""


@dataclass(frozen=True)
class Setting:
    """All of it, in one workspace."""

    spaces: Growing
    periods: Periods
    teams: Growing
    people: Growing
    any_team: Choice
    any_person: Choice

    @property
    def lives(self) -> list[Life]:
        return [*self.spaces.lives, *self.periods.growing.lives, *self.teams.lives, *self.people.lives]

    def space(self, chance: Chance) -> str:
        return chance.choice(self.spaces.places).id

    def space_like(self, chance: Chance, place: Place | None) -> str:
        """The space of something above, as a rule."""
        return place.space if place and chance.happens(0.85) else self.space(chance)

    def owners(self, chance: Chance, *roles: str) -> Iterator[Bond]:
        """An owner for each role."""
        for role in roles:
            among = self.any_team if chance.happens(TEAMS) else self.any_person
            yield Bond("OWNED_BY", first(among, chance).id, {"role": role}, among.other(END, EVER))

    def assignee(self, chance: Chance) -> Iterator[Bond]:
        if chance.happens(FAVOURITE):
            favourite = next(person.id for person in self.people.places if person.is_favourite)
            yield Bond("OWNED_BY", favourite, {"role": "ASSIGNEE"}, self.any_person.other(END, EVER))
        else:
            yield from self.owners(chance, "ASSIGNEE")

    def asks(self, chance: Chance) -> Iterator[Bond]:
        """What is asked of one team or two; how much is not always said."""
        asked = {first(self.any_team, chance).id for _ in range(chance.choice((1, 1, 1, 2)))}
        for team in sorted(asked):
            size = {} if chance.happens(0.2) else {"size": chance.choice(SIZES)}
            yield Bond("ASKS", team, size, self.any_team.other(END, EVER))


def first(among: Choice, chance: Chance) -> Place:
    """One of those that are there from the beginning."""
    place = among.pick(chance, END, EVER)
    if place is None:
        raise LookupError("There is nothing to choose from.")
    return place


def setting(plot: Plot) -> Setting:
    chance = plot.seed.chance("setting")
    groups = teams(plot)
    humans = people(plot, groups)
    others = [person for person in humans.places if not person.is_favourite]
    any_team, any_person = choice(groups.places, chance, 2.5), choice(others, chance, 2.5)
    return Setting(spaces(plot), periods(plot), groups, humans, any_team, any_person)
