"""Numbers in an answer: one statement for each measure, wherever in the answer and of however many nodes it is told."""

from typing import Any

import pytest

from api.local.server import LocalServer
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions


@pytest.fixture(scope="module")
def work(neo4j: LocalServer) -> Questions:
    """An objective over two projects: of the first, one item of two is done; of the second, hidden in part, none."""
    here = Building()
    for space in ("home", "vault"):
        here.space(space)
    here.work("Objective", "O")
    for project in ("P", "Q"):
        here.work("Project", project)
        here.link(project, "CONTRIBUTES_TO", "O")
    here.work("WorkItem", "p1", flow_state="DONE", estimate=3)
    here.work("WorkItem", "p2", estimate=1)
    here.work("WorkItem", "q1", estimate=4)
    here.work("WorkItem", "q2", space="vault", flow_state="DONE", estimate=4)
    for item in ("p1", "p2", "q1", "q2"):
        here.link(item, "PART_OF", item[0].upper())
    return questions(neo4j, "measures", here)


def test_a_number_takes_one_further_statement_however_many_nodes_it_is_told_of(work: Questions) -> None:
    text = """query($id: ID!) { objective(id: $id) { title progress { value coverage __typename }
        children { nodes { title done: progress { value method }
            children { edges { node { progress { value } } } } } } } }"""

    told = work.ask(text, work.reader("home", "vault"), id=work.ids["O"])

    assert told.errors == []
    assert len(told.texts) == 2
    objective = told.data["objective"]
    assert objective["progress"] == {"value": 0.625, "coverage": 1.0, "__typename": "Progress"}
    assert [(node["title"], node["done"]) for node in objective["children"]["nodes"]] == [
        ("P", {"value": 0.75, "method": "CHILDREN_EFFORT"}),
        ("Q", {"value": 0.5, "method": "CHILDREN_EFFORT"}),
    ]


def test_each_measure_with_arguments_of_its_own_takes_a_statement(work: Questions) -> None:
    text = """query($id: ID!, $basis: MeasureBasis!) { objective(id: $id) {
        progress { value } again: progress { coverage }
        effort { total done } leaves: effort(basis: COUNT) { total remaining }
        same: effort(basis: $basis) { basis } } }"""

    told = work.ask(text, work.reader("home", "vault"), id=work.ids["O"], basis="COUNT")

    assert told.errors == []
    assert len(told.texts) == 4
    assert told.data["objective"]["effort"] == {"total": 12.0, "done": 7.0}
    assert told.data["objective"]["leaves"] == {"total": 4.0, "remaining": 2.0}
    assert told.data["objective"]["same"] == {"basis": "COUNT"}


def test_numbers_are_over_what_the_viewer_may_see(work: Questions) -> None:
    told = work.ask("{ projects { nodes { title progress { value } } } }", work.reader("home"))

    nodes = told.data["projects"]["nodes"]
    assert {node["title"]: node["progress"]["value"] for node in nodes} == {"P": 0.75, "Q": 0.0}


def test_no_node_takes_no_statement_for_its_numbers(work: Questions) -> None:
    told = work.ask('{ objective(id: "nobody") { progress { value } } }', work.reader("home"))

    assert (told.data, told.errors, len(told.texts)) == ({"objective": None}, [], 1)


def test_of_an_empty_list_nothing_is_computed(work: Questions) -> None:
    told = work.ask("{ strategies { totalCount nodes { progress { value } } } }", work.reader("home"))

    assert (told.data, len(told.texts)) == ({"strategies": {"totalCount": 0, "nodes": []}}, 1)


def test_roots_side_by_side_have_their_numbers_each(work: Questions) -> None:
    text = """query($id: ID!, $ids: [ID!]!) { o: objective(id: $id) { progress { value } }
        nodes(ids: $ids) { ... on Project { progress { value } } ... on WorkItem { p: progress { value source } } }
        search(text: "P") { nodes { title progress { value } } } }"""

    told = work.ask(text, work.reader("home"), id=work.ids["O"], ids=[work.ids["p1"], "nobody", work.ids["P"]])

    assert told.errors == []
    assert told.data["nodes"] == [{"p": {"value": 1.0, "source": "STATE"}}, None, {"progress": {"value": 0.75}}]
    assert told.data["search"] == {"nodes": [{"title": "P", "progress": {"value": 0.75}}]}


EXPLAINED = """query($id: ID!, $first: Int, $by: ContributionSort!, $to: Direction!) { objective(id: $id) {
    progress { value explain(first: $first, orderBy: [{field: $by, direction: $to}]) {
        contributions { node { title } path { title } contribution __typename } rest { count contribution } } } } }"""


def explained(work: Questions, first: int | None, by: str = "CONTRIBUTION", to: str = "DESC") -> Any:
    told = work.ask(EXPLAINED, work.reader("home", "vault"), id=work.ids["O"], first=first, by=by, to=to)
    assert told.errors == []
    assert len(told.texts) == 3
    return told.data["objective"]["progress"]["explain"]


def test_the_nodes_that_a_number_names_take_one_statement_more(work: Questions) -> None:
    told = explained(work, None)

    assert told["rest"] is None
    assert told["contributions"] == [
        {"node": {"title": title}, "path": [{"title": title}, {"title": "O"}], "contribution": adds, **TYPED}
        for title, adds in (("P", 0.375), ("Q", 0.25))
    ]


TYPED = {"__typename": "Contribution"}


@pytest.mark.parametrize(
    ("first", "to", "shown", "rest"),
    [
        (1, "DESC", ["P"], {"count": 1, "contribution": 0.25}),
        (1, "ASC", ["Q"], {"count": 1, "contribution": 0.375}),
        (2, "ASC", ["Q", "P"], None),
    ],
)
def test_an_explanation_is_cut_in_any_order_and_adds_up(
    work: Questions, first: int, to: str, shown: list[str], rest: Any
) -> None:
    told = explained(work, first, to=to)

    assert [one["node"]["title"] for one in told["contributions"]] == shown
    assert told["rest"] == rest


def test_an_explanation_of_more_than_a_hundred_is_refused(work: Questions) -> None:
    told = work.ask(EXPLAINED, work.reader("home"), id=work.ids["O"], first=101, by="SIZE", to="ASC")

    assert [error.extensions["code"] for error in told.errors] == ["BAD_PAGE"]


def test_of_the_nodes_that_a_number_names_all_can_be_asked_even_numbers(work: Questions) -> None:
    text = """query($id: ID!) { workItem(id: $id) { attribution(kinds: [OBJECTIVE]) { unattributed to { value target {
        ... on Objective { status } ...More } } } } }
        fragment More on WorkNode { called: title progress { value }
            children(first: 1) { totalCount nodes { kind } } }"""

    told = work.ask(text, work.reader("home"), id=work.ids["p1"])

    assert told.errors == []
    assert len(told.texts) == 4
    assert told.data["workItem"]["attribution"] == {
        "unattributed": 0.0,
        "to": [
            {
                "value": 1.0,
                "target": {
                    "status": "ACTIVE",
                    "called": "O",
                    "progress": {"value": 0.375},
                    "children": {"totalCount": 2, "nodes": [{"kind": "PROJECT"}]},
                },
            }
        ],
    }


def test_where_a_number_names_no_node_none_is_looked_for(work: Questions) -> None:
    text = (
        "{ people { nodes { name } } objectives { nodes { attribution(kinds: [STRATEGY]) { to { target { id } } } } } }"
    )

    told = work.ask(text, work.reader("home"))

    assert told.errors == []
    assert told.data["objectives"]["nodes"] == [{"attribution": {"to": []}}]
    assert len(told.texts) == 3


def test_a_number_can_stand_beside_what_only_one_kind_has(work: Questions) -> None:
    text = """{ search(text: "P O") { nodes { title } } node(id: "nobody") { id ... on KeyResult { attainment } }
        all: nodes(ids: ["%s", "%s"]) { ... on WorkNode {
            descendantCounts { kind state count } health { reported } } } }"""

    told = work.ask(text % (work.ids["Q"], work.ids["p1"]), work.reader("home"))

    assert told.errors == []
    assert told.data["all"] == [
        {
            "descendantCounts": [{"kind": "WORK_ITEM", "state": "NOT_STARTED", "count": 1}],
            "health": {"reported": "NO_UPDATE"},
        },
        {"descendantCounts": [], "health": {"reported": "NO_UPDATE"}},
    ]
