"""What is archived leaves every list, is found by its id and where it is asked for, and comes back whole."""

from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.requests.changes.test_work import change, created

SHOWN = {
    "archiveNode": "... on NodeArchived { nodeCount node { archivedAt space { name } children { nodes { title } } } }",
    "restoreNode": "... on NodeRestored { nodeCount linksLeft node { archivedAt parents { nodes { title } } } }",
}
ITEMS = """query($archived: ArchiveFilter) { workItems(archived: $archived, where: {title: {contains: "Task"}}) {
    totalCount nodes { title archivedAt space { name } parents { nodes { title } } } } }"""
CAN = "query($id: ID!) { node(id: $id) { ... on WorkNode { archivedAt viewerCan { edit link restore } } } }"


@pytest.fixture
def project(editor: Caller, granting: Granting) -> str:
    """With two tasks, and counting towards an objective."""
    id_ = created(editor, granting, "Project", "Parser")
    for title in ("Task 1", "Task 2"):
        change(editor, "createWorkItem", {"title": title, "container": id_})
    link = {"child": id_, "relation": "CONTRIBUTES_TO", "parent": granting.ids["Grow"], "share": 0.5}
    assert "code" not in change(editor, "linkNodes", link)
    return id_


def put(caller: Caller, mutation: str, id_: str, **arguments: Any) -> Any:
    return caller.change(mutation, {"id": id_}, SHOWN[mutation], **arguments)


def test_lists_show_what_is_archived_only_where_it_is_asked_for(editor: Caller, project: str) -> None:
    put(editor, "archiveNode", project)

    shown = {name: editor.data(ITEMS, archived=name)["workItems"] for name in (None, "EXCLUDE", "INCLUDE", "ONLY")}

    assert {name: items["totalCount"] for name, items in shown.items()} == {
        None: 0,
        "EXCLUDE": 0,
        "INCLUDE": 2,
        "ONLY": 2,
    }
    for item in shown["ONLY"]["nodes"]:
        assert item["space"] == {"name": "open"}
        assert item["parents"]["nodes"] == [{"title": "Parser"}]
        assert item["archivedAt"]


def test_an_archived_node_is_found_by_its_id_with_its_parts_and_without_what_it_served(
    editor: Caller, granting: Granting, project: str
) -> None:
    done = put(editor, "archiveNode", project)

    assert done["nodeCount"] == 3
    assert done["node"]["archivedAt"]
    assert done["node"]["space"] == {"name": "open"}
    assert {child["title"] for child in done["node"]["children"]["nodes"]} == {"Task 1", "Task 2"}
    grow = editor.data(
        "query($id: ID!) { objective(id: $id) { children { totalCount } descendants { totalCount } } }",
        id=granting.ids["Grow"],
    )
    assert grow["objective"] == {"children": {"totalCount": 0}, "descendants": {"totalCount": 0}}


def test_restoring_brings_all_of_it_back(editor: Caller, project: str) -> None:
    put(editor, "archiveNode", project)

    done = put(editor, "restoreNode", project)

    assert (done["nodeCount"], done["linksLeft"], done["node"]["archivedAt"]) == (3, 0, None)
    assert done["node"]["parents"]["nodes"] == [{"title": "Grow"}]
    assert editor.data(ITEMS)["workItems"]["totalCount"] == 2


def test_a_rehearsal_tells_how_much_would_go_and_archives_nothing(editor: Caller, project: str) -> None:
    done = put(editor, "archiveNode", project, dryRun=True)

    assert (done["dryRun"], done["change"], done["nodeCount"]) == (True, None, 3)
    assert editor.data(ITEMS)["workItems"]["totalCount"] == 2


def test_the_same_key_answers_the_first_outcome(editor: Caller, project: str) -> None:
    first = put(editor, "archiveNode", project, idempotencyKey="once")

    again = put(editor, "archiveNode", project, idempotencyKey="once")

    assert (again["replayed"], again["nodeCount"], again["change"]) == (True, 3, first["change"])


def test_what_is_archived_says_so_where_it_is_to_be_changed(editor: Caller, granting: Granting, project: str) -> None:
    put(editor, "archiveNode", project)

    done = [
        editor.change("updateProject", {"id": project, "title": "New"}),
        change(editor, "createWorkItem", {"title": "Task 3", "container": project}),
        change(editor, "linkNodes", {"child": granting.ids["Grow"], "relation": "CONTRIBUTES_TO", "parent": project}),
    ]

    assert [each["code"] for each in done] == ["ARCHIVED"] * 3
    assert editor.data(CAN, id=project)["node"]["viewerCan"] == {"edit": False, "link": False, "restore": True}


def test_parts_in_a_space_that_one_may_not_edit_keep_all_of_it_where_it_is(
    editor: Caller, granting: Granting, project: str
) -> None:
    granting.grant("closed", granting.subject("edda"), SpaceRole.EDITOR)
    task = change(editor, "createWorkItem", {"title": "Task 3", "container": project})
    change(editor, "moveNode", {"id": task["workItem"]["id"], "space": granting.ids["closed"]})
    granting.grant("open", granting.subject("otto"), SpaceRole.EDITOR)
    otto = granting.caller("otto", scope="work:read work:write")

    done = put(otto, "archiveNode", project)

    assert done["code"] == "NOT_PERMITTED"
    assert "closed" not in done["message"]
    assert editor.data(ITEMS)["workItems"]["totalCount"] == 3


def test_what_is_archived_in_a_hidden_space_stays_hidden(editor: Caller, granting: Granting) -> None:
    granting.grant("closed", granting.subject("carl"), SpaceRole.EDITOR)
    carl = granting.caller("carl", scope="work:read work:write")
    shrink = granting.ids["Shrink"]
    put(carl, "archiveNode", shrink)

    hidden = editor.data(CAN, id=shrink)["node"]
    listed = editor.data("{ objectives(archived: INCLUDE) { nodes { title } } }")["objectives"]["nodes"]

    assert hidden is None
    assert listed == [{"title": "Grow"}]
    assert put(editor, "restoreNode", shrink)["code"] == "NOT_FOUND"
    assert carl.data("{ objectives(archived: ONLY) { nodes { title } } }")["objectives"]["nodes"] == [
        {"title": "Shrink"}
    ]


def test_pages_of_what_is_archived_go_on_by_their_cursors_and_by_no_others(editor: Caller, project: str) -> None:
    put(editor, "archiveNode", project)
    asked = """query($a: ArchiveFilter, $c: String) { workItems(archived: $a, first: 1, after: $c) {
        pageInfo { endCursor hasNextPage } nodes { title } } }"""
    first = editor.data(asked, a="ONLY")["workItems"]

    second = editor.data(asked, a="ONLY", c=first["pageInfo"]["endCursor"])["workItems"]
    foreign = editor.answer(asked, a="INCLUDE", c=first["pageInfo"]["endCursor"])

    assert {first["nodes"][0]["title"], second["nodes"][0]["title"]} == {"Task 1", "Task 2"}
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    assert foreign["errors"][0]["extensions"]["code"] == "BAD_CURSOR"
