"""Teams with their sub-teams, and people with their roles and memberships."""

from graph.loading.lives import Moment
from graph.relations import MILLIONTHS

from .calendar import BEGIN, DAY
from .choosing import one_of
from .growing import Growing, Place, Plot
from .ties import Bond
from .words import ROLES


def teams(plot: Plot) -> Growing:
    """A third are whole teams, the others are part of one of these."""
    growing = Growing(plot, "Team")
    chance, count = growing.chance, plot.part.of(plot.size.teams, least=3)
    for _ in range(count):
        capacity = chance.choice((80, 120, 160, 200, 240)) * MILLIONTHS
        moments = [Moment(BEGIN, {"name": f"Team {growing.number}", "capacity": capacity})]
        if chance.happens(0.4):
            moments.append(Moment(BEGIN + chance.randint(60, 900) * DAY, {"capacity": capacity + 40 * MILLIONTHS}))
        wholes = growing.places[: count // 3]
        is_part = len(growing.places) >= count // 3
        bonds = [Bond("SUBTEAM_OF", chance.choice(wholes).id, {}, one_of(wholes))] if is_part else []
        growing.add(Place(growing.new_id(BEGIN), "Team", plot.id, BEGIN), moments, bonds)
    return growing


def people(plot: Plot, teams: Growing) -> Growing:
    """Each is in a team, some in two. The first one has much to do."""
    growing = Growing(plot, "Person")
    chance = growing.chance
    for _ in range(plot.part.of(plot.size.people, least=10)):
        joined = chance.sample(teams.places, 2 if chance.happens(0.1) else 1)
        bonds = [Bond("MEMBER_OF", team.id, {}, one_of(teams.places)) for team in joined]
        role = chance.choice(ROLES)
        moment = Moment(BEGIN, {"name": f"{role} {growing.number}", "role": role})
        is_first = growing.number == 1
        growing.add(Place(growing.new_id(BEGIN), "Person", plot.id, BEGIN, is_favourite=is_first), [moment], bonds)
    return growing
