"""From what a client states of people, teams and periods to the verbs. Inputs are of many types, hence `Any`."""

from typing import Any

from graph.changes.around import CreateAround, JoinTeam, LeaveTeam, PutInto, UpdateAround
from graph.relations import SUBTEAM_OF, WITHIN

from .access import caller_of
from .changes import Perform
from .inputs import holds_of
from .viewer import Viewer


def create_around(kind: str) -> Perform:
    """Creates one of this kind."""

    def perform(viewer: Viewer, stated: Any) -> CreateAround:
        holds = {name: value for name, value in holds_of(kind, stated).items() if value is not None}
        return CreateAround(viewer.workspace, caller_of(viewer), kind, holds)

    return perform


def update_around(kind: str) -> Perform:
    """Changes one of this kind."""

    def perform(viewer: Viewer, stated: Any) -> UpdateAround:
        holds, caller = holds_of(kind, stated), caller_of(viewer)
        revision = stated.expected_revision
        return UpdateAround(viewer.workspace, caller, f"update{kind}", kind, stated.id, holds, revision)

    return perform


def join_team(viewer: Viewer, stated: Any) -> JoinTeam:
    return JoinTeam(viewer.workspace, caller_of(viewer), stated.person, stated.team)


def leave_team(viewer: Viewer, stated: Any) -> LeaveTeam:
    return LeaveTeam(viewer.workspace, caller_of(viewer), stated.person, stated.team)


def set_parent_team(viewer: Viewer, stated: Any) -> PutInto:
    caller = caller_of(viewer)
    return PutInto(viewer.workspace, caller, "setParentTeam", "Team", SUBTEAM_OF, stated.id, stated.parent)


def set_parent_period(viewer: Viewer, stated: Any) -> PutInto:
    caller = caller_of(viewer)
    return PutInto(viewer.workspace, caller, "setParentPeriod", "Period", WITHIN, stated.id, stated.parent)
