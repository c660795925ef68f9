"""Work is created, changed, linked and moved by mutations: who may, what comes of it, what is refused and why."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting

SHOWN = {
    "createStrategy": "... on StrategyChanged { strategy { id title status space { name } } }",
    "createObjective": "... on ObjectiveChanged { objective { id title status labels startOn space { name } } }",
    "createKeyResult": "... on KeyResultChanged { keyResult { id title direction unit parents { nodes { title } } } }",
    "createInitiative": "... on InitiativeChanged { initiative { id title } }",
    "createProject": "... on ProjectChanged { project { id title } }",
    "createWorkItem": "... on WorkItemChanged { workItem { id title flowState estimate parents { nodes { title } } } }",
    "updateObjective": "... on ObjectiveChanged { objective { id title description status revision } }",
    "updateWorkItem": "... on WorkItemChanged { workItem { id title estimate } }",
    "setFlowState": "... on WorkItemChanged { workItem { id flowState stateCategory } }",
    "createCheckIn": "... on CheckInCreated { checkIn { id asOf health text progress } }",
}
NODE = """... on NodeChanged { node { id title space { name }
    owners { edges { role node { ... on Person { name } ... on Team { name } } } }
    asks { edges { size node { name } } }
    parents { edges { relation share resolvedShare weight node { id title } } }
    ... on Objective { status } } }"""


def change(caller: Caller, mutation: str, input: dict[str, Any], **arguments: Any) -> Any:
    return caller.change(mutation, input, SHOWN.get(mutation, NODE), **arguments)


def created(caller: Caller, granting: Granting, kind: str, title: str, **holds: Any) -> str:
    """The id of new work in the space `open`."""
    done = change(caller, f"create{kind}", {"title": title, "space": granting.ids["open"], **holds})
    shown = next(value for name, value in done.items() if name[0].lower() + name[1:] == kind[0].lower() + kind[1:])
    return str(shown["id"])


@pytest.mark.parametrize("kind", ["Strategy", "Objective", "Initiative", "Project", "WorkItem"])
def test_work_of_every_kind_is_created_where_it_is_said(editor: Caller, granting: Granting, kind: str) -> None:
    id_ = created(editor, granting, kind, "New")

    told = editor.data("query($id: ID!) { node(id: $id) { __typename ... on WorkNode { space { name } } } }", id=id_)
    assert told["node"] == {"__typename": kind, "space": {"name": "open"}}


def test_a_key_result_lives_where_its_objective_lives(editor: Caller, granting: Granting) -> None:
    asked = {"title": "Half", "direction": "DECREASE", "unit": "PERCENT", "container": granting.ids["Grow"]}

    done = change(editor, "createKeyResult", asked)

    assert done["keyResult"]["parents"]["nodes"] == [{"title": "Grow"}]


def test_new_work_holds_what_was_stated_and_first_values(editor: Caller, granting: Granting) -> None:
    asked = {"title": "Learn", "space": granting.ids["open"], "labels": ["b", "a"], "startOn": "2026-01-31"}

    done = change(editor, "createObjective", asked)

    shown = done["objective"]
    assert (shown["status"], shown["labels"], shown["startOn"]) == ("PLANNED", ["b", "a"], "2026-01-31")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({}, "MISSING_PROPERTY"),
        ({"space": "closed"}, "NOT_FOUND"),
        ({"space": "spc_0"}, "NOT_FOUND"),
        ({"space": "Grow"}, "WRONG_KIND"),
        ({"container": "Shrink"}, "NOT_FOUND"),
    ],
)
def test_work_is_created_only_in_a_space_that_one_edits(
    editor: Caller, granting: Granting, more: dict[str, str], code: str
) -> None:
    named = {name: granting.ids.get(value, value) for name, value in more.items()}

    done = change(editor, "createObjective", {"title": "Learn", **named})

    assert done["code"] == code


def test_a_reader_changes_nothing_and_is_told_what_is_lacking(granting: Granting) -> None:
    granting.grant("open", granting.subject("rita"), SpaceRole.READER)
    rita = granting.caller("rita", scope="work:read work:write checkins:write")
    grow, space = granting.ids["Grow"], granting.ids["open"]
    asked: list[tuple[str, dict[str, Any]]] = [
        ("createObjective", {"title": "Learn", "space": space}),
        ("updateObjective", {"id": grow, "title": "Mine"}),
        ("setStatus", {"id": grow, "status": "COMPLETED"}),
        ("setOwners", {"id": grow, "owners": []}),
        ("moveNode", {"id": grow, "space": space}),
        ("createCheckIn", {"subject": grow, "asOf": "2026-11-24"}),
    ]

    done = [change(rita, mutation, input) for mutation, input in asked]

    assert [each["code"] for each in done] == ["NOT_PERMITTED"] * len(asked)
    assert all("EDITOR" in each["message"] for each in done)


def test_an_absent_field_stays_null_clears_and_a_revision_is_counted(editor: Caller, granting: Granting) -> None:
    grow = granting.ids["Grow"]
    change(editor, "updateObjective", {"id": grow, "description": "By half"})

    renamed = change(editor, "updateObjective", {"id": grow, "title": "Grow more", "expectedRevision": 2})
    cleared = change(editor, "updateObjective", {"id": grow, "description": None})
    same = change(editor, "updateObjective", {"id": grow, "title": "Grow more"})
    stale = change(editor, "updateObjective", {"id": grow, "title": "Late", "expectedRevision": 2})

    assert (renamed["objective"]["title"], renamed["objective"]["description"]) == ("Grow more", "By half")
    assert (cleared["objective"]["description"], cleared["objective"]["revision"]) == (None, 4)
    assert same["objective"]["revision"] == 4
    assert stale["__typename"] == "StaleRevision"


def test_a_status_follows_the_table_and_what_may_follow_is_said(editor: Caller, granting: Granting) -> None:
    grow = granting.ids["Grow"]

    held = change(editor, "setStatus", {"id": grow, "status": "ON_HOLD"})
    refused = editor.change("setStatus", {"id": grow, "status": "COMPLETED"}, "... on TransitionRefused { allowed }")

    assert held["node"]["status"] == "ON_HOLD"
    assert refused["allowed"] == ["ACTIVE", "CANCELLED"]
    assert refused["code"] == "NO_TRANSITION"


def test_a_flow_state_moves_the_category_along(editor: Caller, granting: Granting) -> None:
    item = created(editor, granting, "WorkItem", "Parse", estimate=3.5)

    done = change(editor, "setFlowState", {"id": item, "flowState": "WAITING"})

    assert done["workItem"] == {"id": item, "flowState": "WAITING", "stateCategory": "IN_PROGRESS"}


def test_a_link_is_made_changed_and_ended(editor: Caller, granting: Granting) -> None:
    item, grow = created(editor, granting, "WorkItem", "Parse"), granting.ids["Grow"]
    ends = {"child": item, "relation": "CONTRIBUTES_TO", "parent": grow}

    made = change(editor, "linkNodes", {**ends, "share": 0.25, "weight": 2})
    reshared = change(editor, "linkNodes", {**ends, "share": 0.5})
    ended = change(editor, "unlinkNodes", ends)
    again = change(editor, "unlinkNodes", ends)

    [edge] = made["node"]["parents"]["edges"]
    assert (edge["share"], edge["weight"]) == (0.25, 2)
    [edge] = reshared["node"]["parents"]["edges"]
    assert (edge["share"], edge["weight"]) == (0.5, 2)
    assert ended["node"]["parents"]["edges"] == []
    assert again["code"] == "NOT_FOUND"


def test_shares_of_one_child_never_sum_to_more_than_one(editor: Caller, granting: Granting) -> None:
    item, other = created(editor, granting, "WorkItem", "Parse"), created(editor, granting, "Objective", "Learn")
    ends = {"child": item, "relation": "CONTRIBUTES_TO"}
    change(editor, "linkNodes", {**ends, "parent": granting.ids["Grow"], "share": 0.7})

    done = change(editor, "linkNodes", {**ends, "parent": other, "share": 0.4})

    assert done["__typename"] == "ShareSumExceeded"


def test_shares_never_sum_to_more_than_one_however_many_link_at_once(editor: Caller, granting: Granting) -> None:
    item = created(editor, granting, "WorkItem", "Parse")
    parents = [created(editor, granting, "Objective", f"Goal {i}") for i in range(6)]

    def link(parent: str) -> Any:
        ends = {"child": item, "relation": "CONTRIBUTES_TO", "parent": parent, "share": 0.4}
        return change(editor, "linkNodes", ends)["__typename"]

    with ThreadPoolExecutor(6) as all_:
        done = list(all_.map(link, parents))

    assert sorted(done) == ["NodeChanged"] * 2 + ["ShareSumExceeded"] * 4


def test_a_link_that_closes_a_ring_is_refused(editor: Caller, granting: Granting) -> None:
    learn = created(editor, granting, "Objective", "Learn", container=granting.ids["Grow"])
    ends = {"child": granting.ids["Grow"], "relation": "CONTRIBUTES_TO", "parent": learn}

    done = change(editor, "linkNodes", ends)

    assert done["__typename"] == "CycleRefused"


def test_work_has_one_container_and_is_moved_into_another(editor: Caller, granting: Granting) -> None:
    first, second = (created(editor, granting, "Project", title) for title in ("First", "Second"))
    item = created(editor, granting, "WorkItem", "Parse", container=first)
    ends = {"child": item, "relation": "PART_OF", "parent": second}

    refused = change(editor, "linkNodes", ends)
    moved = change(editor, "reparentNode", {"child": item, "container": second})
    out = change(editor, "reparentNode", {"child": item, "container": None})

    assert refused["code"] == "SECOND_PARENT"
    assert [edge["node"]["title"] for edge in moved["node"]["parents"]["edges"]] == ["Second"]
    assert out["node"]["parents"]["edges"] == []


def test_a_weight_needs_the_editor_of_the_parent_too(granting: Granting) -> None:
    granting.grant("open", granting.subject("edda"), SpaceRole.EDITOR)
    granting.grant("closed", granting.subject("edda"), SpaceRole.READER)
    edda = granting.caller("edda", scope="work:read work:write")
    ends = {"child": granting.ids["Grow"], "relation": "CONTRIBUTES_TO", "parent": granting.ids["Shrink"]}

    weighed = change(edda, "linkNodes", {**ends, "weight": 2})
    plain = change(edda, "linkNodes", {**ends, "share": 0.5})

    assert weighed["code"] == "NOT_PERMITTED"
    assert plain["__typename"] == "NodeChanged"


def test_owners_are_set_as_a_whole(editor: Caller, granting: Granting) -> None:
    grow, nan, team = (granting.ids[name] for name in ("Grow", "Nan", "Compilers"))
    change(editor, "setOwners", {"id": grow, "owners": [{"id": nan, "role": "LEAD"}]})

    both = [{"id": nan, "role": "LEAD"}, {"id": team, "role": "CONTRIBUTOR"}]
    added = change(editor, "setOwners", {"id": grow, "owners": both})
    nobody = change(editor, "setOwners", {"id": grow, "owners": []})

    roles = {edge["node"]["name"]: edge["role"] for edge in added["node"]["owners"]["edges"]}
    assert roles == {"Nan": "LEAD", "Compilers": "CONTRIBUTOR"}
    assert nobody["node"]["owners"]["edges"] == []


def test_a_team_is_asked_for_more_and_then_not_at_all(editor: Caller, granting: Granting) -> None:
    asked = {"id": granting.ids["Grow"], "team": granting.ids["Compilers"]}
    change(editor, "askTeam", {**asked, "size": "SMALL"})

    more = change(editor, "askTeam", {**asked, "size": "LARGE"})
    ended = change(editor, "unaskTeam", asked)

    assert more["node"]["asks"]["edges"] == [{"size": "LARGE", "node": {"name": "Compilers"}}]
    assert ended["node"]["asks"]["edges"] == []


def test_work_moves_to_another_space_with_all_that_hangs_on_it(granting: Granting) -> None:
    for space in ("open", "closed"):
        granting.grant(space, granting.subject("edda"), SpaceRole.EDITOR)
    edda = granting.caller("edda", scope="work:read work:write checkins:write")
    grow, closed = granting.ids["Grow"], granting.ids["closed"]
    change(edda, "createCheckIn", {"subject": grow, "asOf": "2026-11-24", "text": "Well"})

    done = change(edda, "moveNode", {"id": grow, "space": closed})

    assert done["node"]["space"]["name"] == "closed"
    spaces = granting.value(
        "MATCH (x {ws: $ws}) WHERE NOT x:Change AND $id IN [x.id, x.subject, x.node] RETURN collect(DISTINCT x.space)",
        id=grow,
    )
    assert spaces == [closed]
    granting.grant("open", granting.subject("olga"), SpaceRole.READER)
    assert granting.caller("olga").data("query($id: ID!) { node(id: $id) { id } }", id=grow)["node"] is None


def test_work_waits_for_other_work_and_never_for_itself(editor: Caller, granting: Granting) -> None:
    first, second = (created(editor, granting, "WorkItem", title) for title in ("First", "Second"))

    blocked = change(editor, "blockNode", {"blocker": first, "blocked": second})
    ring = change(editor, "blockNode", {"blocker": second, "blocked": first})
    told = editor.data("query($id: ID!) { workItem(id: $id) { blockedBy { nodes { title } } } }", id=second)

    assert blocked["__typename"] == "NodeChanged"
    assert ring["__typename"] == "CycleRefused"
    assert told["workItem"]["blockedBy"]["nodes"] == [{"title": "First"}]


def test_a_check_in_is_recorded_as_it_was_said(editor: Caller, granting: Granting) -> None:
    said = {"asOf": "2026-11-24", "health": "AT_RISK", "text": "Two\nlines", "progress": 0.4}

    done = change(editor, "createCheckIn", {"subject": granting.ids["Grow"], **said})

    assert {name: done["checkIn"][name] for name in said} == said


def test_a_rehearsed_link_is_shown_and_not_made(editor: Caller, granting: Granting) -> None:
    item = created(editor, granting, "WorkItem", "Parse")
    ends = {"child": item, "relation": "CONTRIBUTES_TO", "parent": granting.ids["Grow"]}

    done = change(editor, "linkNodes", ends, dryRun=True)

    assert [edge["node"]["title"] for edge in done["node"]["parents"]["edges"]] == ["Grow"]
    told = editor.data("query($id: ID!) { workItem(id: $id) { parents { totalCount } } }", id=item)
    assert told["workItem"]["parents"]["totalCount"] == 0


def test_a_client_that_is_bound_to_a_source_changes_nothing_of_others(granting: Granting) -> None:
    granting.grant("open", granting.client("robot"), SpaceRole.OWNER)
    robot = granting.caller("robot", client_id="robot", source="tracker", scope="work:read work:write")

    changed = change(robot, "updateObjective", {"id": granting.ids["Grow"], "title": "Mine"})
    created_ = change(robot, "createObjective", {"title": "Mine", "space": granting.ids["open"]})

    assert [changed["code"], created_["code"]] == ["NOT_PERMITTED", "NOT_PERMITTED"]
    assert "tracker" in changed["message"]
