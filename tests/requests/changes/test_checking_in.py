"""A check-in never changes: a correction supersedes it, is the only one that does, and both say so."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.fixtures.access import Caller, Granting

SHOWN = """... on CheckInCreated { checkIn { id confidence subject { id } author { id }
    supersedes { id } supersededBy { id } } } ... on AlreadySuperseded { current { id } }"""
ALL = """query($id: ID!) { objective(id: $id) { confidence revision
    checkIns { nodes { id asOf confidence supersedes { id } supersededBy { id } } } } }"""


def check_in(caller: Caller, granting: Granting, title: str = "Grow", **input: Any) -> Any:
    asked = {"subject": granting.ids[title], "asOf": "2026-11-24", **input}
    return caller.change("createCheckIn", asked, SHOWN)


def grow(caller: Caller, granting: Granting) -> Any:
    return caller.data(ALL, id=granting.ids["Grow"])["objective"]


def test_a_correction_supersedes_and_both_say_so(editor: Caller, granting: Granting) -> None:
    old = check_in(editor, granting, text="Fine")["checkIn"]

    new = check_in(editor, granting, text="Not fine", supersedes=old["id"])["checkIn"]

    assert (new["supersedes"], new["supersededBy"]) == ({"id": old["id"]}, None)
    said = {told["id"]: told["supersededBy"] for told in grow(editor, granting)["checkIns"]["nodes"]}
    assert said == {old["id"]: {"id": new["id"]}, new["id"]: None}


def test_a_check_in_is_corrected_once_and_its_correction_again(editor: Caller, granting: Granting) -> None:
    first = check_in(editor, granting)["checkIn"]["id"]
    second = check_in(editor, granting, supersedes=first)["checkIn"]["id"]

    late = check_in(editor, granting, supersedes=first)
    third = check_in(editor, granting, supersedes=second)

    assert (late["__typename"], late["code"], late["current"]["id"]) == ("AlreadySuperseded", "SUPERSEDED", second)
    assert third["checkIn"]["supersedes"]["id"] == second


def test_of_many_corrections_at_once_one_is_made(editor: Caller, granting: Granting) -> None:
    old = check_in(editor, granting)["checkIn"]["id"]

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda n: check_in(editor, granting, text=str(n), supersedes=old), range(8)))

    assert sorted(each["__typename"] for each in done) == ["AlreadySuperseded"] * 7 + ["CheckInCreated"]
    assert len(grow(editor, granting)["checkIns"]["nodes"]) == 2


def test_the_feed_has_one_entry_for_the_new_check_in_and_one_for_the_old(editor: Caller, granting: Granting) -> None:
    old = check_in(editor, granting)["checkIn"]["id"]
    before = granting.value("MATCH (k:Workspace {id: $ws}) RETURN k.seq")

    new = check_in(editor, granting, supersedes=old)["checkIn"]["id"]

    feed = "MATCH (c:Change) WHERE c.ws = $ws AND c.seq > $seq WITH c ORDER BY c.seq RETURN collect([c.node, c.change])"
    assert granting.value(feed, seq=before) == [[new, "CREATED"], [old, "CHANGED"]]


@pytest.mark.parametrize(("named", "code"), [("chk_0", "NOT_FOUND"), ("Grow", "WRONG_KIND"), ("of Learn", "BAD_VALUE")])
def test_only_a_check_in_of_the_same_work_is_corrected(
    editor: Caller, granting: Granting, named: str, code: str
) -> None:
    asked = {"title": "Learn", "space": granting.ids["open"]}
    learn = editor.change("createObjective", asked, "... on ObjectiveChanged { objective { id } }")["objective"]["id"]
    other = editor.change("createCheckIn", {"subject": learn, "asOf": "2026-11-24"}, SHOWN)["checkIn"]["id"]
    ids = {**granting.ids, "of Learn": other}

    refused = check_in(editor, granting, supersedes=ids.get(named, named))

    assert refused["code"] == code


def test_the_confidence_of_the_latest_day_is_the_objectives(editor: Caller, granting: Granting) -> None:
    latest = check_in(editor, granting, confidence=0.4)["checkIn"]["id"]
    check_in(editor, granting, asOf="2026-11-01", confidence=0.9)
    of_latest = grow(editor, granting)

    check_in(editor, granting, asOf="2026-11-10", confidence=0.6, supersedes=latest)
    corrected = grow(editor, granting)

    assert (of_latest["confidence"], of_latest["revision"]) == (0.4, 2)
    assert (corrected["confidence"], corrected["revision"]) == (0.6, 3)


def test_a_confidence_is_stated_without_a_check_in(editor: Caller, granting: Granting) -> None:
    done = editor.change("updateObjective", {"id": granting.ids["Grow"], "confidence": 0.25})

    assert done["__typename"] == "ObjectiveChanged"
    assert grow(editor, granting)["confidence"] == 0.25


def test_the_author_is_the_person_that_whoever_recorded_it_is(editor: Caller, granting: Granting) -> None:
    as_nobody = check_in(editor, granting)["checkIn"]
    owner = granting.caller("olga")
    own = editor.data("{ viewer { id } }")["viewer"]["id"]
    owner.change("joinPrincipal", {"principal": own, "person": granting.ids["Nan"]})

    as_nan = check_in(editor, granting)["checkIn"]

    assert (as_nobody["author"], as_nan["author"]) == (None, {"id": granting.ids["Nan"]})


def test_a_check_in_leads_back_to_its_work(editor: Caller, granting: Granting) -> None:
    assert check_in(editor, granting)["checkIn"]["subject"] == {"id": granting.ids["Grow"]}
