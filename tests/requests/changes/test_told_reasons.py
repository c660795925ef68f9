"""A refusal names the ring, or the sum, that is its cause, to whoever may see all of it, and to nobody else."""

from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.requests.changes.test_work import change, created

REASON = "... on CycleRefused { ring } ... on ShareSumExceeded { sum }"


@pytest.fixture
def wide(granting: Granting, editor: Caller) -> Caller:
    """May see and edit both spaces."""
    for space in ("open", "closed"):
        granting.grant(space, granting.subject("wilma"), SpaceRole.EDITOR)
    return granting.caller("wilma", scope="work:read work:write")


def linked(caller: Caller, child: str, parent: str, **holds: Any) -> Any:
    input = {"child": child, "relation": "CONTRIBUTES_TO", "parent": parent, **holds}
    return caller.change("linkNodes", input, REASON)


def test_a_ring_is_named_from_the_child_on(editor: Caller, granting: Granting) -> None:
    grow = granting.ids["Grow"]
    learn = created(editor, granting, "Objective", "Learn")
    share = created(editor, granting, "Objective", "Share")
    linked(editor, share, learn)
    linked(editor, learn, grow)

    done = linked(editor, grow, share)

    assert done["ring"] == [grow, share, learn]


def test_a_link_to_itself_is_a_ring_of_one(editor: Caller, granting: Granting) -> None:
    grow = granting.ids["Grow"]

    assert linked(editor, grow, grow)["ring"] == [grow]


def test_a_ring_that_runs_through_what_is_hidden_is_not_named(editor: Caller, wide: Caller, granting: Granting) -> None:
    grow, shrink = granting.ids["Grow"], granting.ids["Shrink"]
    learn = created(editor, granting, "Objective", "Learn")
    linked(wide, learn, shrink)
    linked(wide, shrink, grow)

    hidden, seen = linked(editor, grow, learn), linked(wide, grow, learn)

    assert (hidden["__typename"], hidden["ring"]) == ("CycleRefused", None)
    assert seen["ring"] == [grow, learn, shrink]
    assert shrink not in hidden["message"]


def test_the_sum_is_told_where_all_parents_are_seen(editor: Caller, wide: Caller, granting: Granting) -> None:
    item, learn = created(editor, granting, "WorkItem", "Parse"), created(editor, granting, "Objective", "Learn")
    linked(editor, item, granting.ids["Grow"], share=0.7)

    seen = linked(editor, item, learn, share=0.4)
    linked(wide, item, granting.ids["Shrink"], share=0.1)
    hidden = linked(editor, item, learn, share=0.4)

    assert seen["sum"] == pytest.approx(1.1)
    assert (hidden["__typename"], hidden["sum"]) == ("ShareSumExceeded", None)


def test_what_is_archived_is_named_neither(editor: Caller, granting: Granting) -> None:
    grow = granting.ids["Grow"]
    learn = created(editor, granting, "Objective", "Learn")
    linked(editor, learn, grow)
    editor.change("archiveNode", {"id": learn})

    assert (
        change(editor, "linkNodes", {"child": grow, "relation": "CONTRIBUTES_TO", "parent": learn})["code"]
        == "ARCHIVED"
    )
