"""The changes of people, teams and periods: each names its scope, what is stated, and what comes of it."""

from functools import partial

import strawberry

from resolvers import around as perform
from resolvers.changes import changes
from resolvers.scopes import Scope

from . import around_changes as stated
from .refusals import refusal

change = partial(changes, Scope.WORK_WRITE, refusal=refusal)
OF_SOME_SPACE = "Needs the role EDITOR on some space."
OF_ALL_REACHED = "Needs, beside that, the role OWNER on every space that the team, or one above it, was granted."


@strawberry.type(description="What can be changed of people, teams and periods.")
class AroundMutation:
    create_person: stated.CreatePersonResult = change(
        stated.CreatePersonInput,
        perform.create_around("Person"),
        stated.PersonChanged,
        description=f"Records a person. {OF_SOME_SPACE}",
    )
    update_person: stated.UpdatePersonResult = change(
        stated.UpdatePersonInput,
        perform.update_around("Person"),
        stated.PersonChanged,
        description=f"Changes what is said of a person. {OF_SOME_SPACE}",
    )
    create_team: stated.CreateTeamResult = change(
        stated.CreateTeamInput,
        perform.create_around("Team"),
        stated.TeamChanged,
        description=f"Records a team. {OF_SOME_SPACE}",
    )
    update_team: stated.UpdateTeamResult = change(
        stated.UpdateTeamInput,
        perform.update_around("Team"),
        stated.TeamChanged,
        description=f"Changes what a team holds. {OF_SOME_SPACE}",
    )
    create_period: stated.CreatePeriodResult = change(
        stated.CreatePeriodInput,
        perform.create_around("Period"),
        stated.PeriodChanged,
        description=f"Records a period. {OF_SOME_SPACE}",
    )
    update_period: stated.UpdatePeriodResult = change(
        stated.UpdatePeriodInput,
        perform.update_around("Period"),
        stated.PeriodChanged,
        description=f"Changes what a period holds. {OF_SOME_SPACE}",
    )
    join_team: stated.JoinTeamResult = change(
        stated.JoinTeamInput,
        perform.join_team,
        stated.PersonChanged,
        description=f"Says that a person is in a team. {OF_SOME_SPACE} {OF_ALL_REACHED}",
    )
    leave_team: stated.LeaveTeamResult = change(
        stated.LeaveTeamInput,
        perform.leave_team,
        stated.PersonChanged,
        description=f"Says that a person is in a team no longer. {OF_SOME_SPACE} {OF_ALL_REACHED}",
    )
    set_parent_team: stated.SetParentTeamResult = change(
        stated.SetParentTeamInput,
        perform.set_parent_team,
        stated.TeamChanged,
        description=f"Makes a team part of another. {OF_SOME_SPACE} {OF_ALL_REACHED}",
    )
    set_parent_period: stated.SetParentPeriodResult = change(
        stated.SetParentPeriodInput,
        perform.set_parent_period,
        stated.PeriodChanged,
        description=f"Says in which longer period a period lies. {OF_SOME_SPACE}",
    )
