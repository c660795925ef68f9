"""What `viewerCan` says is what the changes then do, for every role and source that a client can be bound to."""

from itertools import product

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.fixtures.building import SOURCE

SCOPES = "work:read work:write checkins:write access:manage"
SAYS = "query($work: ID!) { objective(id: $work) { viewerCan { edit link checkIn manageAccess } } }"
DOES = """mutation($work: ID!, $space: ID!, $parent: ID!) {
    edit: updateObjective(input: {id: $work, title: "Grow more"}, dryRun: true) { __typename }
    link: linkNodes(input: {child: $work, relation: CONTRIBUTES_TO, parent: $parent}, dryRun: true) { __typename }
    checkIn: createCheckIn(input: {subject: $work, asOf: "2026-01-31"}, dryRun: true) { __typename }
    manageAccess: grantAccess(input: {space: $space, to: {everyone: true}, role: READER}, dryRun: true) { __typename }
}"""


@pytest.mark.parametrize(("role", "source"), [*product(SpaceRole, (None, SOURCE, "elsewhere"))])
def test_what_is_said_is_what_is_done(granting: Granting, role: SpaceRole, source: str | None) -> None:
    granting.grant("open", granting.client("robot"), role)
    granting.grant("closed", granting.client("robot"), SpaceRole.READER)
    bound = {} if source is None else {"source": source}
    robot = granting.caller("robot", SCOPES, client_id="robot", **bound)
    work = granting.ids["Grow"]

    says = robot.data(SAYS, work=work)["objective"]["viewerCan"]

    assert says == does(robot, work, granting.ids["open"], granting.ids["Shrink"])


def does(caller: Caller, work: str, space: str, parent: str) -> dict[str, bool]:
    """Which of the changes are made."""
    done = caller.data(DOES, work=work, space=space, parent=parent)
    assert {each["__typename"] for each in done.values()} <= {
        "ObjectiveChanged",
        "NodeChanged",
        "CheckInCreated",
        "SpaceChanged",
        "NotPermitted",
    }
    return {name: each["__typename"] != "NotPermitted" for name, each in done.items()}
