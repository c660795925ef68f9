"""What a tool states again of time is merged under the identity that it knows it by."""

from datetime import date
from typing import Any

import pytest

from graph.writing.effects import Effects
from graph.writing.identities import Identity
from graph.writing.nodes import Node
from graph.writing.stated import Outcome
from graph.writing.time_entries import StatedTime, merge_time, time_entry
from graph.writing.unfit import Unfit

WORKLOG = Identity("tracker", "worklog", "7")
DAY = {"day": date(2026, 11, 24)}


def node(id_: str, kind: str, space: str = "spc_1") -> Node:
    return Node(id_, kind, space, 1, {}, frozenset())


def stated(subject: str = "itm_1", person: str = "per_1", **holds: Any) -> StatedTime:
    return StatedTime(node(subject, "WorkItem"), node(person, "Person", "acme"), {**DAY, **holds})


def known(**holds: Any) -> Node:
    return time_entry("tim_1", stated(**holds), WORKLOG)


def test_time_that_is_new_is_created_in_the_space_of_its_work() -> None:
    effects = Effects("acme")

    id_, outcome = merge_time(None, WORKLOG, stated(minutes=90, note=None), effects)

    assert outcome is Outcome.CREATED
    [created] = effects.create
    assert created["properties"] == {
        **DAY,
        "minutes": 90,
        "subject": "itm_1",
        "person": "per_1",
        "id": id_,
        "ws": "acme",
        "space": "spc_1",
    }
    assert effects.refer[0]["externalId"] == "7"


def test_time_that_is_stated_again_as_it_is_writes_nothing() -> None:
    effects = Effects("acme")

    told = merge_time(known(minutes=90), WORKLOG, stated(minutes=90), effects)

    assert told == ("tim_1", Outcome.UNCHANGED)
    assert effects.is_nothing


def test_time_that_was_changed_in_its_tool_is_changed() -> None:
    effects = Effects("acme")
    before = known(minutes=90, note="Thinking")

    told = merge_time(before, WORKLOG, stated(minutes=60, person="per_2", note=None), effects)

    assert told == ("tim_1", Outcome.UPDATED)
    assert effects.change[0]["properties"] == {"minutes": 60, "person": "per_2", "note": None}


def test_time_stays_with_its_work() -> None:
    with pytest.raises(Unfit) as refused:
        merge_time(known(minutes=90), WORKLOG, stated("itm_2", minutes=90), Effects("acme"))

    assert refused.value.code == "IMMUTABLE"


def test_an_identity_of_something_else_is_no_time() -> None:
    with pytest.raises(Unfit) as refused:
        merge_time(node("itm_1", "WorkItem"), WORKLOG, stated(minutes=90), Effects("acme"))

    assert refused.value.code == "WRONG_KIND"
