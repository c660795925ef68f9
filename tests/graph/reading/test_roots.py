"""What can be asked for by name: by several ids at once, and by what another tool calls it."""

from typing import Any

import pytest

from api.local.server import LocalServer
from tests.fixtures.building import SOURCE, Building
from tests.fixtures.questions import Questions, questions


@pytest.fixture(scope="module")
def work(neo4j: LocalServer) -> Questions:
    """An objective with two projects, one of them in another space, and a person."""
    here = Building()
    for space in ("home", "vault"):
        here.space(space)
    here.named("Person", "Ada")
    here.work("Objective", "O")
    here.work("Project", "P")
    here.work("Project", "hidden", space="vault")
    for project in ("P", "hidden"):
        here.link(project, "CONTRIBUTES_TO", "O")
    return questions(neo4j, "roots", here)


NODES = """query($ids: [ID!]!) { nodes(ids: $ids) { id __typename
    ... on WorkNode { title children { totalCount nodes { title } } }
    ... on Project { parents { edges { resolvedShare node { title } } } } } }"""


def named(work: Questions, *titles: str, spaces: tuple[str, ...] = ("home",)) -> Any:
    told = work.ask(NODES, work.reader(*spaces), ids=[work.ids.get(title, "nobody") for title in titles])
    assert told.errors == []
    assert len(told.texts) == 1
    return told.data["nodes"]


def test_nodes_come_in_the_order_of_their_ids_as_often_as_they_are_named(work: Questions) -> None:
    nodes = named(work, "P", "O", "Ada", "P")

    assert [node["id"] for node in nodes] == [work.ids[title] for title in ("P", "O", "Ada", "P")]
    assert nodes[0] == nodes[3]
    assert nodes[1]["children"] == {"totalCount": 1, "nodes": [{"title": "P"}]}
    assert nodes[0]["parents"]["edges"] == [{"resolvedShare": 1.0, "node": {"title": "O"}}]


def test_a_node_that_is_hidden_or_absent_is_null_in_its_place(work: Questions) -> None:
    nodes = named(work, "hidden", "P", "no such title", "O")

    assert [node and node["title"] for node in nodes] == [None, "P", None, "O"]
    assert named(work, "hidden", spaces=("home", "vault"))[0]["title"] == "hidden"


def test_no_ids_are_no_nodes(work: Questions) -> None:
    assert named(work) == []


def test_more_than_a_hundred_ids_are_refused(work: Questions) -> None:
    text = "query($ids: [ID!]!) { nodes(ids: $ids) { id } }"
    viewer = work.reader("home")

    most, more = (work.ask(text, viewer, ids=[work.ids["O"]] * count) for count in (100, 101))

    assert most.data == {"nodes": [{"id": work.ids["O"]}] * 100}
    assert more.data is None
    assert more.texts == []
    assert more.errors[0].message == "At most 100 ids are answered at once; 101 were given: ask several times."


REFERENCE = """query($id: String!, $source: String!) {
    workNodeByReference(source: $source, type: "thing", externalId: $id) { title references { role } } }"""


def referred(work: Questions, external_id: str, source: str = SOURCE) -> Any:
    told = work.ask(REFERENCE, work.reader("home"), id=external_id, source=source)
    assert told.errors == []
    return told.data["workNodeByReference"]


def test_work_is_found_by_what_another_tool_calls_it(work: Questions) -> None:
    assert referred(work, "O") == {"title": "O", "references": [{"role": "IDENTITY"}]}


@pytest.mark.parametrize(
    ("external_id", "source"),
    [
        ("hidden", SOURCE),  # in a space that the viewer may not read
        ("Ada", SOURCE),  # no work
        ("O", "another tool"),
        ("nothing", SOURCE),
        ("", ""),
        ('"]', SOURCE),
    ],
)
def test_what_is_hidden_absent_or_no_work_is_found_by_no_reference(
    work: Questions, external_id: str, source: str
) -> None:
    assert referred(work, external_id, source) is None


def test_a_reference_is_looked_up_in_the_viewers_workspace_alone(neo4j: LocalServer, work: Questions) -> None:
    here = Building()
    here.space("home")
    here.work("Strategy", "O")
    there = questions(neo4j, "roots-elsewhere", here)

    text = '{ workNodeByReference(source: "building", type: "thing", externalId: "O") { __typename } }'

    assert there.ask(text, there.reader("home")).data == {"workNodeByReference": {"__typename": "Strategy"}}
    assert work.ask(text, work.reader("home")).data == {"workNodeByReference": {"__typename": "Objective"}}
