"""What a piece of work serves, by which paths, and with what share of it; and what may not be seen of it."""

from typing import Any

import pytest

from api.local.server import LocalServer
from resolvers.scopes import Scope
from resolvers.viewer import Viewer
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions

UP = """query($id: ID!) { workItem(id: $id) {
    ancestors { totalCount edges { distance node { title kind } } }
    paths { truncated paths { share nodes { title } edges { relation share resolvedShare weight } } } } }"""


@pytest.fixture(scope="module")
def lineage(neo4j: LocalServer) -> Questions:
    """The worked example of the model's numbers, with a strategy above and a second space beside."""
    here = Building()
    for space in ("home", "vault"):
        here.space(space)
    here.named("Team", "lang")
    for title in ("O1", "O2"):
        here.work("Objective", title)
    here.work("Strategy", "S")
    here.work("Initiative", "I1")
    here.work("Initiative", "I2", space="vault")
    for title in ("P1", "P2"):
        here.work("Project", title)
    for title in ("T1", "T2", "T3", "T4", "T5"):
        here.work("WorkItem", title)
    for child, parent in (("T1", "P1"), ("T2", "P1"), ("T3", "P2"), ("T4", "P1"), ("P1", "I1")):
        here.link(child, "PART_OF", parent)
    here.link("T2", "CONTRIBUTES_TO", "P2", weight=3)
    here.link("P2", "CONTRIBUTES_TO", "I1", share=0.25)
    here.link("P2", "CONTRIBUTES_TO", "I2", share=0.5)
    here.link("I1", "CONTRIBUTES_TO", "O1")
    here.link("I2", "CONTRIBUTES_TO", "O1", share=0.3)
    here.link("I2", "CONTRIBUTES_TO", "O2", share=0.7)
    here.link("O2", "CONTRIBUTES_TO", "S")
    return questions(neo4j, "lineage", here)


def up(lineage: Questions, title: str, *spaces: str) -> Any:
    told = lineage.ask(UP, lineage.reader(*spaces), id=lineage.ids[title])
    assert told.errors == []
    return told.data["workItem"]


def test_ancestors_are_each_once_at_their_shortest_distance(lineage: Questions) -> None:
    ancestors = up(lineage, "T2", "home", "vault")["ancestors"]

    found = {(edge["node"]["title"], edge["distance"]) for edge in ancestors["edges"]}
    assert found == {("P1", 1), ("P2", 1), ("I1", 2), ("I2", 2), ("O1", 3), ("O2", 3), ("S", 4)}
    assert ancestors["totalCount"] == 7
    assert [edge["distance"] for edge in ancestors["edges"]] == [1, 1, 2, 2, 3, 3, 4]


def test_a_path_has_the_product_of_the_resolved_shares_along_it(lineage: Questions) -> None:
    paths = up(lineage, "T2", "home", "vault")["paths"]

    shares = {"".join(node["title"] for node in path["nodes"]): path["share"] for path in paths["paths"]}
    assert shares["T2P1I1O1"] == pytest.approx(1 / 2)
    assert shares["T2P2I1O1"] == pytest.approx(1 / 2 * 1 / 4)
    assert shares["T2P2I2O1"] == pytest.approx(1 / 2 * 1 / 2 * 3 / 10)
    assert shares["T2P2I2O2S"] == pytest.approx(1 / 2 * 1 / 2 * 7 / 10)
    assert len(shares) == 10
    assert paths["truncated"] is False


def test_an_edge_tells_its_share_as_stated_and_as_resolved_and_its_weight(lineage: Questions) -> None:
    paths = up(lineage, "T2", "home", "vault")["paths"]["paths"]

    steps = {tuple(node["title"] for node in path["nodes"]): path["edges"] for path in paths}
    assert steps[("T2", "P2", "I1")] == [
        {"relation": "CONTRIBUTES_TO", "share": None, "resolvedShare": 0.5, "weight": 3.0},
        {"relation": "CONTRIBUTES_TO", "share": 0.25, "resolvedShare": 0.25, "weight": 1.0},
    ]


def test_a_hidden_node_cuts_the_paths_through_it_and_is_in_no_count(lineage: Questions) -> None:
    seen = up(lineage, "T2", "home")

    titles = {edge["node"]["title"] for edge in seen["ancestors"]["edges"]}
    assert titles == {"P1", "P2", "I1", "O1"}
    assert seen["ancestors"]["totalCount"] == 4
    assert all(node["title"] != "I2" for path in seen["paths"]["paths"] for node in path["nodes"])


def test_shares_are_resolved_over_hidden_siblings_too(lineage: Questions) -> None:
    paths = up(lineage, "T3", "home")["paths"]["paths"]

    shares = {"".join(node["title"] for node in path["nodes"]): path["share"] for path in paths}
    assert shares["T3P2I1O1"] == pytest.approx(1 / 4)


def test_a_hidden_node_and_one_that_is_not_there_are_one_answer(lineage: Questions) -> None:
    text = "query($id: ID!) { initiative(id: $id) { title } node(id: $id) { id } }"

    hidden = lineage.ask(text, lineage.reader("home"), id=lineage.ids["I2"])
    absent = lineage.ask(text, lineage.reader("home"), id="ini_nowhere")

    assert hidden.data == absent.data == {"initiative": None, "node": None}
    assert hidden.errors == absent.errors == []


def test_a_viewer_without_spaces_sees_no_work_and_counts_none(lineage: Questions) -> None:
    told = lineage.ask("{ workItems { totalCount nodes { id } } teams { nodes { name } } }", lineage.reader())

    assert told.data == {"workItems": {"totalCount": 0, "nodes": []}, "teams": {"nodes": [{"name": "lang"}]}}


def test_nothing_of_another_workspace_is_seen(lineage: Questions) -> None:
    told = lineage.ask(
        '{ workItems { totalCount } teams { totalCount } node(id: "x") { id } }',
        Viewer("elsewhere", None, "tests", frozenset(Scope), {}),
    )

    assert told.data == {"workItems": {"totalCount": 0}, "teams": {"totalCount": 0}, "node": None}


def test_paths_are_bounded_and_say_so(lineage: Questions) -> None:
    text = "query($id: ID!) { workItem(id: $id) { paths(first: 3) { truncated paths { share } } } }"

    paths = lineage.ask(text, lineage.reader("home", "vault"), id=lineage.ids["T2"]).data["workItem"]["paths"]

    assert paths["truncated"] is True
    assert len(paths["paths"]) == 3


@pytest.mark.parametrize(
    ("where", "titles"),
    [
        ("{ancestors: {none: {kind: {in: [OBJECTIVE]}}}}", {"T5"}),
        ('{ancestors: {some: {title: {eq: "O2"}}}}', {"T2", "T3"}),
        ("{parents: {none: {kind: {eq: PROJECT}}}}", {"T5"}),
        ('{parents: {some: {title: {eq: "P1"}}, none: {title: {eq: "P2"}}}}', {"T1", "T4"}),
        ('{or: [{title: {eq: "T1"}}, {title: {startsWith: "T5"}}]}', {"T1", "T5"}),
        ('{not: {ancestors: {some: {kind: {eq: OBJECTIVE}}}}, title: {containsIgnoreCase: "t"}}', {"T5"}),
        ("{flowState: {in: [DONE]}}", set()),
        ('{itemType: {isNull: true}, title: {in: ["T2", "T3"]}}', {"T2", "T3"}),
    ],
)
def test_filters_find_just_what_they_say(lineage: Questions, where: str, titles: set[str]) -> None:
    told = lineage.ask(
        f"{{ workItems(where: {where}) {{ totalCount nodes {{ title }} }} }}", lineage.reader("home", "vault")
    )

    assert told.errors == []
    assert {node["title"] for node in told.data["workItems"]["nodes"]} == titles
    assert told.data["workItems"]["totalCount"] == len(titles)


def test_a_filter_on_what_is_hidden_finds_as_if_it_were_not_there(lineage: Questions) -> None:
    text = '{ workItems(where: {ancestors: {some: {title: {eq: "O2"}}}}) { nodes { title } } }'

    assert lineage.ask(text, lineage.reader("home")).data == {"workItems": {"nodes": []}}


def test_under_a_hidden_or_unknown_node_there_is_nothing(lineage: Questions) -> None:
    text = "query($id: ID!) { workItems(where: {under: $id}) { totalCount } }"

    def found(id: str, *spaces: str) -> int:
        count: int = lineage.ask(text, lineage.reader(*spaces), id=id).data["workItems"]["totalCount"]
        return count

    assert found(lineage.ids["I2"], "home", "vault") == 2
    assert found(lineage.ids["I2"], "home") == 0
    assert found("ini_nowhere", "home", "vault") == 0


def test_an_operation_costs_one_statement_per_root_at_any_depth(lineage: Questions) -> None:
    text = """query($id: ID!) {
        strategies { totalCount nodes { ...s } } again: strategies { nodes { title } }
        workItem(id: $id) { owners { nodes { __typename } } parents(first: 5) { edges { node { ... on Project {
            workItems(first: 5) { nodes { ancestors(first: 5) { nodes {
                title references { externalId } } } } } } } } } } }
        fragment s on Strategy { title objectives(first: 5) { nodes { initiatives(first: 5) { nodes {
            projects { totalCount } } } } } }"""

    told = lineage.ask(text, lineage.reader("home", "vault"), id=lineage.ids["T2"])

    assert told.errors == []
    assert len(told.texts) == 3


def test_what_clients_call_things_never_reaches_the_statement(lineage: Questions) -> None:
    ours = "query($i: ID!) { objective(id: $i) { id title initiatives(first: 2) { nodes { title } } } }"
    theirs = """query Q($i: ID!) { secret: objective(id: $i) { name: id ...f } }
        fragment f on Objective { t: title i: initiatives(first: 3) { n: nodes { x: title } } }"""
    viewer = lineage.reader("home")

    texts = [lineage.ask(text, viewer, i=lineage.ids["O1"]).texts for text in (ours, theirs)]

    assert texts[0] == texts[1]
