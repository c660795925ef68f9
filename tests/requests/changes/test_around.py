"""People, teams and periods are made, changed and put into each other by editors, as far as that gives nothing away."""

from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting

PERSON = "... on PersonChanged { person { id name role revision teams { nodes { name } } } }"
TEAM = "... on TeamChanged { team { id name capacity revision parent { name } } }"
PERIOD = "... on PeriodChanged { period { id name startsOn endsOn parent { name } } }"
H1 = {"name": "2026h1", "periodKind": "HALF", "startsOn": "2026-01-01", "endsOn": "2026-06-30"}
YEAR = {"name": "2026", "periodKind": "YEAR", "startsOn": "2026-01-01", "endsOn": "2026-12-31"}


def person(caller: Caller, mutation: str, **input: Any) -> Any:
    return caller.change(mutation, input, PERSON)


def team(caller: Caller, mutation: str, **input: Any) -> Any:
    return caller.change(mutation, input, TEAM)


def period(caller: Caller, mutation: str, **input: Any) -> Any:
    return caller.change(mutation, input, PERIOD)


def test_a_person_is_recorded_and_changed(editor: Caller) -> None:
    made = person(editor, "createPerson", name="Ada", role="Engineer")["person"]

    done = person(editor, "updatePerson", id=made["id"], role=None, expectedRevision=1)

    assert (made["name"], made["role"]) == ("Ada", "Engineer")
    assert (done["person"]["role"], done["person"]["revision"]) == (None, 2)


def test_a_stale_revision_is_told_with_the_present_one(editor: Caller, granting: Granting) -> None:
    done = team(editor, "updateTeam", id=granting.ids["Platform"], capacity=40, expectedRevision=7)

    assert (done["__typename"], done["code"]) == ("StaleRevision", "STALE_REVISION")


def test_a_team_becomes_part_of_another_and_of_none(editor: Caller) -> None:
    parts = [team(editor, "createTeam", name=name)["team"]["id"] for name in ("Web", "Design")]

    put = team(editor, "setParentTeam", id=parts[1], parent=parts[0])
    ring = team(editor, "setParentTeam", id=parts[0], parent=parts[1])
    taken = team(editor, "setParentTeam", id=parts[1], parent=None)

    assert put["team"]["parent"] == {"name": "Web"}
    assert (ring["__typename"], ring["code"]) == ("CycleRefused", "CYCLE")
    assert taken["team"]["parent"] is None


def test_a_period_lies_in_a_longer_one(editor: Caller) -> None:
    half, year = (period(editor, "createPeriod", **holds)["period"]["id"] for holds in (H1, YEAR))

    done = period(editor, "setParentPeriod", id=half, parent=year)

    assert done["period"]["parent"] == {"name": "2026"}


def test_a_period_that_ends_before_it_starts_is_refused(editor: Caller) -> None:
    done = period(editor, "createPeriod", **{**H1, "endsOn": "2025-06-30"})

    assert (done["__typename"], done["code"]) == ("InvalidInput", "BAD_VALUE")


def test_a_person_joins_and_leaves_a_team_that_was_granted_nothing(editor: Caller, granting: Granting) -> None:
    web = team(editor, "createTeam", name="Web")["team"]["id"]
    nan = granting.ids["Nan"]

    joined = person(editor, "joinTeam", person=nan, team=web)
    left = person(editor, "leaveTeam", person=nan, team=web)
    again = person(editor, "leaveTeam", person=nan, team=web)

    assert {"name": "Web"} in joined["person"]["teams"]["nodes"]
    assert {"name": "Web"} not in left["person"]["teams"]["nodes"]
    assert again["code"] == "NOT_FOUND"


def test_nobody_is_put_into_a_team_that_reaches_what_one_does_not_own(editor: Caller, granting: Granting) -> None:
    granting.grant("closed", granting.ids["Platform"], SpaceRole.READER)
    ada = person(editor, "createPerson", name="Ada")["person"]["id"]
    web = team(editor, "createTeam", name="Web")["team"]["id"]

    done = [
        person(editor, "joinTeam", person=ada, team=granting.ids["Compilers"]),
        person(editor, "leaveTeam", person=granting.ids["Nan"], team=granting.ids["Compilers"]),
        team(editor, "setParentTeam", id=web, parent=granting.ids["Platform"]),
    ]

    assert [each["code"] for each in done] == ["NOT_PERMITTED"] * 3


@pytest.mark.parametrize("mutation", ["createPerson", "createTeam"])
def test_readers_record_nobody(granting: Granting, mutation: str) -> None:
    granting.grant("open", granting.subject("rita"), SpaceRole.READER)
    rita = granting.caller("rita", scope="work:read work:write people:read")

    done = rita.change(mutation, {"name": "Ada"})

    assert done["code"] == "NOT_PERMITTED"
