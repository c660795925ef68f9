"""Numbers over HTTP are never older than the last change, however they are remembered."""

import time
from typing import Any

import pytest

from graph.records.states import SpaceRole
from loaders.remembering import SETTLING
from tests.fixtures.access import Caller, Granting

PROGRESS = "query($id: ID!) { objective(id: $id) { progress { value } effort(basis: COUNT) { total done } } }"
CHANGED = """... on WorkItemChanged { workItem { progress { value }
    parents { nodes { title progress { value } attribution { unattributed } } } } }"""


@pytest.fixture
def editor(granting: Granting) -> Caller:
    """May edit the space `open`, and not see `closed`."""
    granting.grant("open", granting.subject("edda"), SpaceRole.EDITOR)
    return granting.caller("edda", scope="work:read work:write")


@pytest.fixture
def items(editor: Caller, granting: Granting) -> list[str]:
    """Two items that serve the objective."""
    return [item(editor, granting, title) for title in ("first", "second")]


def item(editor: Caller, granting: Granting, title: str) -> str:
    asked = {"title": title, "space": granting.ids["open"], "container": None}
    done = editor.change(
        "createWorkItem", {k: v for k, v in asked.items() if v}, "... on WorkItemChanged { workItem { id } }"
    )
    id_ = str(done["workItem"]["id"])
    linked = {"child": id_, "parent": granting.ids["Grow"], "relation": "CONTRIBUTES_TO"}
    assert editor.change("linkNodes", linked)["__typename"] == "NodeChanged"
    return id_


def told(editor: Caller, granting: Granting) -> Any:
    return editor.data(PROGRESS, id=granting.ids["Grow"])["objective"]


def done(editor: Caller, item: str, **arguments: Any) -> Any:
    return editor.change("setFlowState", {"id": item, "flowState": "DONE"}, CHANGED, **arguments)


def test_a_number_is_as_new_as_the_last_change(editor: Caller, granting: Granting, items: list[str]) -> None:
    seen = []
    for each in items:
        told(editor, granting)
        time.sleep(SETTLING)
        seen.append([told(editor, granting)["progress"]["value"] for _ in range(3)])
        done(editor, each)
    seen.append([told(editor, granting)["progress"]["value"]])

    assert seen == [[0.0] * 3, [0.5] * 3, [1.0]]


def test_a_change_answers_the_numbers_that_hold_after_it(editor: Caller, granting: Granting, items: list[str]) -> None:
    told(editor, granting)

    answer = done(editor, items[0])

    [objective] = answer["workItem"]["parents"]["nodes"]
    assert answer["workItem"]["progress"] == {"value": 1.0}
    assert objective == {"title": "Grow", "progress": {"value": 0.5}, "attribution": {"unattributed": 0.0}}


def test_a_rehearsal_answers_what_would_hold_and_nobody_else_is_told(
    editor: Caller, granting: Granting, items: list[str]
) -> None:
    before = told(editor, granting)

    answer = done(editor, items[0], dryRun=True)

    assert answer["workItem"]["parents"]["nodes"][0]["progress"] == {"value": 0.5}
    assert told(editor, granting) == before == {"progress": {"value": 0.0}, "effort": {"total": 2.0, "done": 0.0}}


def test_whoever_may_read_more_has_numbers_of_their_own(editor: Caller, granting: Granting, items: list[str]) -> None:
    granting.grant("open", granting.subject("otto"), SpaceRole.READER)
    granting.grant("closed", granting.subject("otto"), SpaceRole.EDITOR)
    otto = granting.caller("otto", scope="work:read work:write")
    hidden = {"title": "hidden", "space": granting.ids["closed"]}
    id_ = otto.change("createWorkItem", hidden, "... on WorkItemChanged { workItem { id } }")["workItem"]["id"]
    linked = {"child": id_, "parent": granting.ids["Grow"], "relation": "CONTRIBUTES_TO"}
    assert otto.change("linkNodes", linked)["__typename"] == "NodeChanged"

    totals = [told(caller, granting)["effort"]["total"] for caller in (editor, otto, editor, otto)]

    assert totals == [2.0, 3.0, 2.0, 3.0]
