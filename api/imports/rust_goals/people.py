"""Teams, and the people in them and around the goals."""

from collections.abc import Iterable, Iterator

from graph.writing.stated import StatedNode

from ..remarks import Remark, kept_out, no_place
from . import identities
from .pieces import Piece, link
from .source import Goal, Goals, Team

FORMER = "former members of teams, of whom only the number is known"
LEADS = "leads of teams: membership knows no role"
STRAY = "parents of teams that are no team of the file"


def teams(described: tuple[Team, ...]) -> Iterator[Piece]:
    """First every team, then under which each is: so the order of the file does not matter."""
    known = {team.name for team in described}
    for team in described:
        node = StatedNode(identities.team(team.name), "Team", {"name": team.name})
        yield Piece(nodes=(node,), remarks=tuple(team_remarks(team)))
    for team in described:
        if team.parent in known:
            yield Piece(links=(link(identities.team(team.name), "SUBTEAM_OF", identities.team(team.parent)),))
        elif team.parent is not None:
            yield Piece(remarks=(kept_out(STRAY, f"{team.parent} above {team.name}"),))


def team_remarks(team: Team) -> Iterator[Remark]:
    yield no_place("kinds of teams", f"{team.kind}, of {team.name}")
    for lead in team.leads:
        yield no_place(LEADS, f"{lead} leads {team.name}")
    if team.alumni:
        yield no_place(FORMER, f"{team.alumni} of {team.name}", team.alumni)


def people(file: Goals) -> Iterator[Piece]:
    """Everybody whom the file names, with the teams that they are in."""
    teams_of: dict[str, list[str]] = {handle: [] for goal in file.goals for handle in named_in(goal)}
    for team in file.teams:
        for handle in (*team.leads, *team.members):
            teams_of.setdefault(handle, [])
        for handle in dict.fromkeys(team.members):
            teams_of[handle].append(team.name)
    for handle, names in teams_of.items():
        person = identities.person(handle)
        yield Piece(
            nodes=(StatedNode(person, "Person", {"name": handle}),),
            links=tuple(link(person, "MEMBER_OF", identities.team(name)) for name in names),
        )


def named_in(goal: Goal) -> Iterable[str]:
    yield from goal.owners
    for champions in goal.champions.values():
        yield from champions
    for task in goal.tasks:
        yield from task.owners
