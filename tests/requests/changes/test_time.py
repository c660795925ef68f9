"""Time is recorded by whoever worked, told to those who may know of single persons, and moves with its work."""

from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting

ENTRY = """... on TimeEntryChanged {
    timeEntry { id day minutes note revision subject { id } person { id name } } }"""
ALL = "query($id: ID!) { objective(id: $id) { timeEntries { totalCount nodes { id minutes } } } }"


@pytest.fixture
def nan(granting: Granting) -> Caller:
    """Edits the space `open`, and was said to be the person Nan. Knows nothing of single persons."""
    granting.grant("open", granting.subject("nan"), SpaceRole.EDITOR)
    caller = granting.caller("nan", scope="work:read checkins:write")
    own = caller.data("{ viewer { id } }")["viewer"]["id"]
    granting.caller("olga").change("joinPrincipal", {"principal": own, "person": granting.ids["Nan"]})
    return caller


def record(caller: Caller, granting: Granting, **input: Any) -> Any:
    asked = {"subject": granting.ids["Grow"], "day": "2026-11-24", "minutes": 90, **input}
    return caller.change("recordTime", asked, ENTRY)


def test_one_records_ones_own_time_and_is_shown_it(nan: Caller, granting: Granting) -> None:
    done = record(nan, granting, note="Thinking")

    told = done["timeEntry"]
    assert (told["day"], told["minutes"], told["note"], told["revision"]) == ("2026-11-24", 90, "Thinking", 1)
    assert told["person"] == {"id": granting.ids["Nan"], "name": "Nan"}
    assert told["subject"] == {"id": granting.ids["Grow"]}


def test_the_time_of_others_is_recorded_by_who_may_know_of_it(nan: Caller, editor: Caller, granting: Granting) -> None:
    team, person = granting.ids["Platform"], granting.ids["Nan"]

    unnamed = record(editor, granting)
    named = record(editor, granting, person=person)
    of_team = record(editor, granting, person=team)
    blind = granting.caller("edda", scope="work:read checkins:write")
    refused = record(blind, granting, person=person)

    assert (unnamed["code"], of_team["code"]) == ("MISSING_PROPERTY", "WRONG_KIND")
    assert named["timeEntry"]["person"]["name"] == "Nan"
    assert (refused["__typename"], refused["code"]) == ("NotPermitted", "FORBIDDEN")
    assert "people:read" in refused["message"]


@pytest.mark.parametrize(
    ("input", "code"),
    [
        ({"subject": "Shrink"}, "NOT_FOUND"),
        ({"subject": "open"}, "WRONG_KIND"),
        ({"minutes": -1}, "BAD_VALUE"),
        ({"minutes": 100_000}, "BAD_VALUE"),
    ],
)
def test_time_that_cannot_be_recorded_is_refused(
    nan: Caller, granting: Granting, input: dict[str, Any], code: str
) -> None:
    named = {name: granting.ids.get(value, value) for name, value in input.items()}

    assert record(nan, granting, **named)["code"] == code


def test_an_entry_is_corrected_and_taken_back(nan: Caller, granting: Granting) -> None:
    id_ = record(nan, granting, note="Thinking")["timeEntry"]["id"]

    longer = nan.change("correctTime", {"id": id_, "minutes": 120, "expectedRevision": 1}, ENTRY)
    stale = nan.change("correctTime", {"id": id_, "minutes": 10, "expectedRevision": 1}, ENTRY)
    back = nan.change("correctTime", {"id": id_, "minutes": 0, "note": None}, ENTRY)

    assert (longer["timeEntry"]["minutes"], longer["timeEntry"]["note"]) == (120, "Thinking")
    assert stale["code"] == "STALE_REVISION"
    assert (back["timeEntry"]["minutes"], back["timeEntry"]["note"], back["timeEntry"]["revision"]) == (0, None, 3)


def test_the_entries_of_others_are_corrected_only_by_who_may_know_of_them(
    nan: Caller, editor: Caller, granting: Granting
) -> None:
    id_ = record(nan, granting)["timeEntry"]["id"]
    blind = granting.caller("edda", scope="work:read checkins:write")

    refused = blind.change("correctTime", {"id": id_, "minutes": 1}, ENTRY)
    done = editor.change("correctTime", {"id": id_, "minutes": 1}, ENTRY)

    assert refused["code"] == "NOT_FOUND"
    assert done["timeEntry"]["minutes"] == 1


def test_who_may_not_know_of_single_persons_is_not_told_of_their_time(
    nan: Caller, editor: Caller, granting: Granting
) -> None:
    id_ = record(nan, granting)["timeEntry"]["id"]

    told = editor.data(ALL, id=granting.ids["Grow"])
    answer = nan.answer(ALL, id=granting.ids["Grow"])

    assert told["objective"]["timeEntries"] == {"totalCount": 1, "nodes": [{"id": id_, "minutes": 90}]}
    assert answer["data"]["objective"] == {"timeEntries": None}
    assert "people:read" in answer["errors"][0]["message"]


def test_no_other_root_leads_to_an_entry(nan: Caller, editor: Caller, granting: Granting) -> None:
    id_ = record(nan, granting)["timeEntry"]["id"]

    told = editor.data("query($id: ID!) { node(id: $id) { id } nodes(ids: [$id]) { __typename } }", id=id_)

    assert told == {"node": None, "nodes": [None]}


def test_an_entry_moves_with_its_work(nan: Caller, editor: Caller, granting: Granting) -> None:
    record(nan, granting)
    granting.grant("closed", granting.subject("edda"), SpaceRole.EDITOR)

    editor.change("moveNode", {"id": granting.ids["Grow"], "space": granting.ids["closed"]})

    space = "MATCH (e:TimeEntry) WHERE e.ws = $ws RETURN collect(e.space)"
    assert granting.value(space) == [granting.ids["closed"]]
    assert editor.data(ALL, id=granting.ids["Grow"])["objective"]["timeEntries"]["totalCount"] == 1


def test_time_is_recorded_once_for_a_key_and_not_at_all_in_a_rehearsal(nan: Caller, granting: Granting) -> None:
    asked = {"subject": granting.ids["Grow"], "day": "2026-11-24", "minutes": 90}

    rehearsed = nan.change("recordTime", asked, ENTRY, dryRun=True)
    first = nan.change("recordTime", asked, ENTRY, idempotencyKey="k")
    again = nan.change("recordTime", asked, ENTRY, idempotencyKey="k")

    assert rehearsed["timeEntry"]["minutes"] == 90
    assert (again["timeEntry"]["id"], again["replayed"]) == (first["timeEntry"]["id"], True)
    assert granting.value("MATCH (e:TimeEntry) WHERE e.ws = $ws RETURN count(e)") == 1
