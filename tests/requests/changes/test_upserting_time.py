"""A source states time that was worked: once, where it edits, of work and persons that it names."""

from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.requests.changes.upserts import a_node, named, outcomes, refusals, upsert, work

ALL = """query($id: ID!) { workItem(id: $id) { timeEntries {
    nodes { day minutes note revision person { name } } } } }"""
NAN = named("Nan", "building")


def time(external_id: str = "log", **holds: Any) -> dict[str, Any]:
    """Time of the item `task`, by the person Nan."""
    stated = {"day": "2026-11-24", "minutes": 90, "subject": named("task"), "person": NAN, **holds}
    return a_node(external_id, "timeEntry", stated)


@pytest.fixture
def task(granting: Granting) -> dict[str, Any]:
    return work("task", "workItem", granting.ids["open"])


def test_time_is_stated_beside_its_work_and_its_person_in_any_order(
    partner: Caller, sara: Caller, granting: Granting, task: dict[str, Any]
) -> None:
    ada = a_node("ada", "person", {"name": "Ada"}, key="ada")

    done = upsert(partner, time(person={"key": "ada"}, note="Thinking"), task, ada)

    assert outcomes(done) == ["CREATED"] * 3
    told = sara.data(ALL, id=done["results"][1]["id"])["workItem"]["timeEntries"]["nodes"]
    assert told == [{"day": "2026-11-24", "minutes": 90, "note": "Thinking", "revision": 1, "person": {"name": "Ada"}}]


def test_time_that_is_stated_again_as_it_is_writes_nothing(
    partner: Caller, granting: Granting, task: dict[str, Any]
) -> None:
    counted = "MATCH (n) WHERE n.ws = $ws RETURN [count(n), sum(n.revision)]"
    upsert(partner, task, time(note="Thinking"))
    before = granting.value(counted)

    again = upsert(partner, time())

    assert outcomes(again) == ["UNCHANGED"]
    assert granting.value(counted) == before


def test_an_absent_field_of_time_keeps_and_null_clears(partner: Caller, sara: Caller, task: dict[str, Any]) -> None:
    first = upsert(partner, task, time(note="Thinking"))
    less = a_node("log", "timeEntry", {"minutes": 60, "note": None, "subject": named("task"), "person": NAN})

    done = upsert(partner, less)

    assert outcomes(done) == ["UPDATED"]
    told = sara.data(ALL, id=first["results"][0]["id"])["workItem"]["timeEntries"]["nodes"]
    assert told == [{"day": "2026-11-24", "minutes": 60, "note": None, "revision": 2, "person": {"name": "Nan"}}]


def test_time_that_does_not_fit_is_refused_for_itself(
    partner: Caller, granting: Granting, task: dict[str, Any]
) -> None:
    upsert(partner, task, time("kept"))

    done = upsert(
        partner,
        time("a", minutes=-1),
        time("b", minutes=None),
        time("c", person=named("task")),
        time("d", subject=NAN),
        time("e", subject={"id": granting.ids["Shrink"]}),
        time("kept", subject=named("other")),
        time("f"),
        time("task"),
        work("other", "workItem", granting.ids["open"]),
        atomic=False,
    )

    assert outcomes(done) == [
        *("BAD_VALUE", "MISSING_PROPERTY", "WRONG_KIND", "WRONG_KIND", "NOT_FOUND", "IMMUTABLE"),
        *("CREATED", "WRONG_KIND", "CREATED"),
    ]


def test_time_may_come_from_another_tool_than_its_work_where_one_edits(
    partner: Caller, sara: Caller, granting: Granting, task: dict[str, Any]
) -> None:
    granting.grant("open", granting.subject("rita"), SpaceRole.READER)
    rita = granting.caller("rita", scope="work:read sync:write")
    upsert(sara, task, source="wiki")
    foreign = named("task", "wiki")

    refused = upsert(rita, time(subject=foreign))
    taken = upsert(partner, time(subject=foreign))
    other = upsert(rita, time(subject=foreign, minutes=5))

    assert refusals(refused) == [("nodes 0", "NOT_PERMITTED")]
    assert outcomes(taken) == ["CREATED"]
    assert refusals(other) == [("nodes 0", "NOT_PERMITTED")]
