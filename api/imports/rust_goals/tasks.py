"""What hangs under a goal: its sub-goals, which are projects, and its tasks, which are work items."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from graph.records.states import FlowState, OwnerRole
from graph.writing.identities import Identity
from graph.writing.stated import StatedLink, StatedNode

from ..remarks import Remark, adapted
from . import identities
from .pieces import Piece, asks, link, owned_by, unknown_team
from .sorting import Taken
from .source import Goal, Task

NO_DATES: Mapping[str, object] = MappingProxyType(
    {
        "start_on": None,
        "start_precision": None,
        "target_on": None,
        "target_precision": None,
    }
)


def projects(taken: Taken) -> Iterator[Piece]:
    """The sub-goals that the goal's tasks name. They have no status of their own: they stand where the goal stands."""
    goal = taken.goal
    for title in dict.fromkeys(task.subgoal for task in goal.tasks if task.subgoal):
        identity = identities.subgoal(goal.source_id, title)
        properties = {"title": title, "status": taken.status, "source_status": None, "labels": [], **NO_DATES}
        node = StatedNode(identity, "Project", properties, identities.space(taken.season.name))
        yield Piece((node,), (link(identity, "CONTRIBUTES_TO", identities.goal(goal.source_id)),))


def work_items(taken: Taken, teams: frozenset[str]) -> Iterator[Piece]:
    goal = taken.goal
    for task in goal.tasks:
        identity = identities.task(goal.source_id, task.n)
        node = StatedNode(identity, "WorkItem", properties_of(task), identities.space(taken.season.name))
        links = (parent(identity, goal, task), *people_and_teams(identity, task, teams))
        yield Piece((node,), links, tuple(remarks_on(identity, task, teams)))


def properties_of(task: Task) -> dict[str, object]:
    """The file says only whether a task is done; what is not done is new."""
    return {
        "title": task.title,
        "flow_state": FlowState.DONE if task.done else FlowState.NEW,
        "source_status": None,
        "item_type": "team ask" if task.is_team_ask else "task",
        "labels": ["help wanted"] if task.help_wanted else [],
    }


def parent(identity: Identity, goal: Goal, task: Task) -> StatedLink:
    """A task is part of its sub-goal; one that has none contributes to the goal."""
    if task.subgoal:
        return link(identity, "PART_OF", identities.subgoal(goal.source_id, task.subgoal))
    return link(identity, "CONTRIBUTES_TO", identities.goal(goal.source_id))


def people_and_teams(identity: Identity, task: Task, teams: frozenset[str]) -> Iterator[StatedLink]:
    """Who does it. The teams of a team ask are asked; those of another task own it."""
    known = tuple(dict.fromkeys(team for team in task.teams if team in teams))
    yield from owned_by(identity, map(identities.person, task.owners), OwnerRole.ASSIGNEE)
    if task.is_team_ask:
        yield from (asks(identity, team, None) for team in known)
    else:
        yield from owned_by(identity, map(identities.team, known), OwnerRole.ASSIGNEE)


def remarks_on(identity: Identity, task: Task, teams: frozenset[str]) -> Iterator[Remark]:
    for team in task.teams:
        if team not in teams:
            yield unknown_team(team, identity.external_id)
    if task.is_team_ask and not task.teams:
        yield adapted("team asks that name no team", identity.external_id)
