"""What was changed is told: of a node by its revisions, of the workspace by its feed, as far as one may see it."""

from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.requests.changes.test_work import change, created

HISTORY = """query($id: ID!, $first: Int! = 25, $after: String) { node(id: $id) { ... on WorkNode {
    history(first: $first, after: $after) {
        totalCount pageInfo { hasNextPage endCursor }
        nodes { revision change client by { name } changes { property from to } }
        edges { cursor node { at } }
    } } } }"""
FEED = """query($after: String, $first: Int, $kinds: [ChangeKind!]) {
    changes(after: $after, first: $first, kinds: $kinds) {
        pageInfo { hasNextPage endCursor }
        nodes { kind client properties revision relation share
            node { id ... on WorkNode { title } }
            child { ... on WorkNode { title } } parent { ... on WorkNode { title } } }
    } }"""


@pytest.fixture
def follower(granting: Granting) -> Caller:
    """Reads the space `open`, and what is changed in it."""
    granting.grant("open", granting.subject("fay"), SpaceRole.READER)
    return granting.caller("fay", scope="work:read changes:read")


def history(caller: Caller, id_: str, **given: Any) -> Any:
    return caller.data(HISTORY, id=id_, **given)["node"]["history"]


def feed(caller: Caller, **given: Any) -> Any:
    return caller.data(FEED, **given)["changes"]


def test_a_revision_tells_what_it_changed_from_and_to(editor: Caller, granting: Granting) -> None:
    grow = granting.ids["Grow"]
    change(editor, "updateObjective", {"id": grow, "title": "Grow more", "description": "By half"})
    change(editor, "updateObjective", {"id": grow, "description": None, "labels": ["a"], "startOn": "2026-01-31"})

    told = history(editor, grow)

    assert told["totalCount"] == 3
    assert [row["revision"] for row in told["nodes"]] == [3, 2, 1]
    assert [row["change"] for row in told["nodes"]] == ["CHANGED", "CHANGED", "CREATED"]
    assert sorted(told["nodes"][0]["changes"], key=lambda row: row["property"]) == [
        {"property": "description", "from": "By half", "to": None},
        {"property": "labels", "from": None, "to": ["a"]},
        {"property": "startOn", "from": None, "to": "2026-01-31"},
    ]
    assert {row["property"]: (row["from"], row["to"]) for row in told["nodes"][1]["changes"]} == {
        "title": ("Grow", "Grow more"),
        "description": (None, "By half"),
    }
    assert {"property": "title", "from": None, "to": "Grow"} in told["nodes"][2]["changes"]


def test_history_goes_on_from_a_cursor(editor: Caller, granting: Granting) -> None:
    grow = granting.ids["Grow"]
    for title in ("a", "b", "c"):
        change(editor, "updateObjective", {"id": grow, "title": title})

    first = history(editor, grow, first=2)
    rest = history(editor, grow, first=2, after=first["pageInfo"]["endCursor"])

    assert [row["revision"] for row in first["nodes"] + rest["nodes"]] == [4, 3, 2, 1]
    assert (first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (True, False)
    assert rest["nodes"][0]["changes"] == [{"property": "title", "from": "Grow", "to": "a"}]


def test_a_cursor_of_something_else_is_refused(editor: Caller, granting: Granting) -> None:
    answer = editor.answer(HISTORY, id=granting.ids["Grow"], after="tomorrow")

    assert answer["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


def test_whoever_was_said_to_be_a_person_is_named(granting: Granting, editor: Caller) -> None:
    granting.grant("open", granting.subject("nan"), SpaceRole.EDITOR)
    nan = granting.caller("nan", scope="work:read work:write")
    change(nan, "updateObjective", {"id": granting.ids["Grow"], "title": "Mine"})
    own = granting.value("MATCH (p:Principal {ws: $ws, name: 'nan'}) RETURN p.id")
    granting.grant("open", granting.subject("ava"), SpaceRole.OWNER)
    ava = granting.caller("ava")
    ava.change("joinPrincipal", {"principal": own, "person": granting.ids["Nan"]})

    told = history(editor, granting.ids["Grow"])

    assert [row["by"] for row in told["nodes"]] == [{"name": "Nan"}, None]


def test_money_is_told_to_nobody_there(granting: Granting, editor: Caller) -> None:
    granting.grant("open", granting.subject("max"), SpaceRole.EDITOR)
    rich = granting.caller("max", scope="work:read work:write cost:read cost:write")
    money = {"amount": "1234.5", "currency": "EUR"}
    done = rich.change("updateObjective", {"id": granting.ids["Grow"], "expectedValue": money})
    assert "code" not in done

    told = history(editor, granting.ids["Grow"])["nodes"][0]["changes"]

    assert told == [{"property": "expectedValue", "from": None, "to": None}]


def test_the_feed_tells_changes_of_nodes_and_edges_in_their_order(
    editor: Caller, follower: Caller, granting: Granting
) -> None:
    start = feed(follower, first=100)["pageInfo"]["endCursor"]
    task = created(editor, granting, "WorkItem", "Task")
    link = {"child": task, "relation": "CONTRIBUTES_TO", "parent": granting.ids["Grow"]}
    change(editor, "linkNodes", {**link, "share": 0.5})
    change(editor, "updateWorkItem", {"id": task, "title": "Task 1"})
    change(editor, "unlinkNodes", link)

    told = feed(follower, after=start)

    assert [entry["kind"] for entry in told["nodes"]] == ["CREATED", "LINKED", "CHANGED", "UNLINKED"]
    linked, changed = told["nodes"][1], told["nodes"][2]
    assert (linked["relation"], linked["share"]) == ("CONTRIBUTES_TO", 0.5)
    assert (linked["child"], linked["parent"]) == ({"title": "Task 1"}, {"title": "Grow"})
    assert (changed["node"]["id"], changed["properties"], changed["revision"]) == (task, ["title"], 2)
    assert told["pageInfo"]["hasNextPage"] is False


def test_the_feed_goes_on_page_by_page_without_a_gap(editor: Caller, follower: Caller, granting: Granting) -> None:
    for number in range(5):
        created(editor, granting, "WorkItem", f"Task {number}")
    whole = feed(follower, first=100)["nodes"]

    met: list[Any] = []
    after, more = None, True
    while more:
        page = feed(follower, first=2, after=after)
        met += page["nodes"]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    assert met == whole
    assert feed(follower, after=after) == {"nodes": [], "pageInfo": {"hasNextPage": False, "endCursor": after}}


def test_the_feed_tells_sorts_of_changes_alone(editor: Caller, follower: Caller, granting: Granting) -> None:
    created(editor, granting, "WorkItem", "Task")

    told = feed(follower, kinds=["CREATED"], first=100)["nodes"]

    assert {entry["kind"] for entry in told} == {"CREATED"}


def test_what_is_hidden_today_is_not_in_the_feed_and_what_became_visible_is(
    editor: Caller, follower: Caller, granting: Granting
) -> None:
    granting.grant("closed", granting.subject("edda"), SpaceRole.EDITOR)
    shrink = granting.ids["Shrink"]
    change(editor, "linkNodes", {"child": shrink, "relation": "PART_OF", "parent": granting.ids["Grow"]})

    before = feed(follower, first=100)["nodes"]
    change(editor, "moveNode", {"id": shrink, "space": granting.ids["open"]})
    after = feed(follower, first=100)["nodes"]

    assert not [entry for entry in before if {"title": "Shrink"} in (entry["child"], entry["parent"])]
    assert [entry["kind"] for entry in after if entry["child"] == {"title": "Shrink"}] == ["LINKED"]
    assert len([entry for entry in after if entry["node"] and entry["node"]["id"] == shrink]) == 2


def test_the_feed_says_nothing_of_grants_and_principals(follower: Caller, granting: Granting) -> None:
    told = feed(follower, first=100)["nodes"]

    assert told
    assert {entry["relation"] for entry in told} <= {None, "MEMBER_OF", "SUBTEAM_OF"}
    assert not [entry for entry in told if entry["node"] and entry["node"]["id"].startswith("pri_")]


def test_a_cursor_tells_nothing_and_is_good_in_its_workspace_alone(follower: Caller, granting: Granting) -> None:
    one, other = (feed(follower, first=1)["pageInfo"]["endCursor"] for _ in range(2))

    refused = follower.answer(FEED, after=one[:-4] + "AAA=")

    assert one != other
    assert refused["errors"][0]["extensions"]["code"] == "BAD_CURSOR"


def test_the_feed_needs_its_scope(editor: Caller) -> None:
    refused = editor.answer(FEED)

    assert refused["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    assert "changes:read" in refused["errors"][0]["message"]
