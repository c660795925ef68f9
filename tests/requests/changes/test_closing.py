"""An objective is closed with what came of it, by the table of transitions and in one revision."""

from typing import Any

import pytest

from tests.fixtures.access import Caller, Granting

SHOWN = """... on ObjectiveChanged { objective {
    id status stateCategory outcome score learned confidence revision } }
    ... on TransitionRefused { allowed } ... on StaleRevision { current { id } }"""


def close(caller: Caller, granting: Granting, title: str = "Grow", **input: Any) -> Any:
    return caller.change("closeObjective", {"id": granting.ids[title], "outcome": "ACHIEVED", **input}, SHOWN)


def test_an_objective_is_closed_with_what_came_of_it_in_one_revision(editor: Caller, granting: Granting) -> None:
    done = close(editor, granting, score=0.7, learned="Ask sooner", outcome="PARTLY_ACHIEVED", expectedRevision=1)

    told = done["objective"]
    assert (told["status"], told["stateCategory"], told["revision"]) == ("COMPLETED", "DONE", 2)
    assert (told["outcome"], told["score"], told["learned"]) == ("PARTLY_ACHIEVED", 0.7, "Ask sooner")


def test_a_closed_objective_is_judged_anew_and_what_is_absent_stays(editor: Caller, granting: Granting) -> None:
    close(editor, granting, score=0.7, learned="Ask sooner")

    again = close(editor, granting, outcome="MISSED", score=None)

    told = again["objective"]
    assert (told["outcome"], told["score"], told["learned"]) == ("MISSED", None, "Ask sooner")


def test_an_objective_that_is_opened_again_has_no_outcome_and_keeps_what_was_learned(
    editor: Caller, granting: Granting
) -> None:
    close(editor, granting, score=0.7, learned="Ask sooner")

    opened = editor.change(
        "setStatus",
        {"id": granting.ids["Grow"], "status": "ACTIVE"},
        "... on NodeChanged { node { ... on Objective { outcome score learned } } }",
    )

    assert opened["node"] == {"outcome": None, "score": None, "learned": "Ask sooner"}


def test_an_objective_is_closed_by_the_table_of_transitions(editor: Caller, granting: Granting) -> None:
    editor.change("setStatus", {"id": granting.ids["Grow"], "status": "ON_HOLD"})

    refused = close(editor, granting)
    given_up = close(editor, granting, status="CANCELLED", outcome="ABANDONED")

    assert (refused["code"], refused["allowed"]) == ("NO_TRANSITION", ["ACTIVE", "CANCELLED"])
    assert given_up["objective"]["status"] == "CANCELLED"


@pytest.mark.parametrize(
    ("input", "code"),
    [
        ({"score": 1.5}, "BAD_VALUE"),
        ({"score": 0.12345678}, "BAD_VALUE"),
        ({"title": "Shrink"}, "NOT_FOUND"),
        ({"title": "open"}, "WRONG_KIND"),
        ({"expectedRevision": 7}, "STALE_REVISION"),
    ],
)
def test_what_cannot_be_closed_so_is_refused(
    editor: Caller, granting: Granting, input: dict[str, Any], code: str
) -> None:
    assert close(editor, granting, **input)["code"] == code


def test_a_rehearsed_closing_leaves_the_objective_open(editor: Caller, granting: Granting) -> None:
    id_ = granting.ids["Grow"]

    shown = editor.change("closeObjective", {"id": id_, "outcome": "MISSED"}, SHOWN, dryRun=True)
    then = editor.data("query($id: ID!) { objective(id: $id) { status outcome revision } }", id=id_)

    assert shown["objective"]["outcome"] == "MISSED"
    assert then["objective"] == {"status": "ACTIVE", "outcome": None, "revision": 1}
