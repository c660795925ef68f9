"""Lists that are filtered and sorted by numbers: exact over all that the other tests leave, page by page."""

from typing import Any

import pytest

from api.local.server import LocalServer
from graph.reading import sifting
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions

PROJECTS = {"A": 3, "B": 1, "C": 2, "D": 2, "E": 0}
"""How many of four items are done in each; one more has no item at all."""


@pytest.fixture(scope="module")
def work(neo4j: LocalServer) -> Questions:
    """An objective over projects that are more or less done; the last item of each is hidden."""
    here = Building()
    for space in ("home", "vault"):
        here.space(space)
    here.work("Objective", "O")
    for project, done in PROJECTS.items():
        here.work("Project", project)
        here.link(project, "CONTRIBUTES_TO", "O", weight=1.0)
        for number in range(4):
            state = "DONE" if number < done else "NEW"
            here.work("WorkItem", f"{project}{number}", space="vault" if number == 3 else "home", flow_state=state)
            here.link(f"{project}{number}", "PART_OF", project)
    here.work("Project", "F")
    here.link("F", "CONTRIBUTES_TO", "O", weight=1.0)
    return questions(neo4j, "sifted", here)


LIST = """query($where: ProjectWhere, $by: [WorkOrder!], $first: Int, $after: String, $last: Int, $before: String) {
    projects(where: $where, orderBy: $by, first: $first, after: $after, last: $last, before: $before) {
        totalCount nodes { title progress { value } }
        pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""


def by(*keys: tuple[str, str]) -> list[dict[str, str]]:
    return [{"field": field, "direction": direction} for field, direction in keys]


RISING, FALLING = by(("PROGRESS", "ASC"), ("TITLE", "DESC")), by(("PROGRESS", "DESC"), ("TITLE", "ASC"))


def listed(work: Questions, *spaces: str, **asked: Any) -> Any:
    told = work.ask(LIST, work.reader(*(spaces or ("home", "vault"))), **asked)
    assert told.errors == []
    return told.data["projects"]


def titles(page: Any) -> str:
    return "".join(node["title"] for node in page["nodes"])


def test_a_list_is_sorted_by_a_number_and_what_is_unknown_comes_last(work: Questions) -> None:
    assert titles(listed(work, by=RISING)) == "EBDCAF"
    assert titles(listed(work, by=FALLING)) == "ACDBEF"


def test_a_list_is_filtered_by_numbers_and_counted_exactly(work: Questions) -> None:
    page = listed(work, where={"progress": {"notBelow": 0.25, "below": 0.6}, "health": {"conflict": False}}, first=2)

    assert titles(page) == "BC"
    assert page["totalCount"] == 3
    assert page["pageInfo"]["hasNextPage"] is True


@pytest.mark.parametrize(
    ("test", "found"),
    [
        ({"progress": {"isNull": True}}, "F"),
        ({"progress": {"isNull": False}}, "ABCDE"),
        ({"progress": {"above": 0.5}}, "A"),
        ({"progress": {"notAbove": 0}}, "E"),
        ({"and": [{"progress": {"below": 0.5}}, {"title": {"eq": "B"}}]}, "B"),
        ({"health": {"reported": {"in": ["NO_UPDATE"]}}, "title": {"in": ["A", "F"]}}, "AF"),
        ({"health": {"computed": {"eq": "ON_TRACK"}}}, ""),
        ({"health": {"expectedProgress": {"isNull": True}}, "effort": {"notBelow": 0}}, "ABCDEF"),
    ],
)
def test_each_test_of_a_number_finds_what_it_says(work: Questions, test: dict[str, Any], found: str) -> None:
    assert titles(listed(work, where=test, by=by(("TITLE", "ASC")))) == found


def test_numbers_are_those_of_the_viewer(work: Questions) -> None:
    assert titles(listed(work, "home", where={"progress": {"above": 0.99}})) == "A"


@pytest.mark.parametrize("order", [RISING, FALLING])
def test_pages_neither_repeat_nor_lose_a_row_forwards_and_backwards(work: Questions, order: Any) -> None:
    whole = titles(listed(work, by=order))
    forwards, backwards, after, before = "", "", None, None

    for _ in range(3):
        page = listed(work, by=order, first=2, after=after)
        forwards, after = forwards + titles(page), page["pageInfo"]["endCursor"]
        assert page["pageInfo"]["hasPreviousPage"] is (forwards != titles(page))
    for _ in range(3):
        back = listed(work, by=order, last=2, before=before)
        backwards, before = titles(back) + backwards, back["pageInfo"]["startCursor"]

    assert (forwards, backwards) == (whole, whole)
    assert page["pageInfo"]["hasNextPage"] is back["pageInfo"]["hasPreviousPage"] is False


@pytest.mark.parametrize(
    "other",
    [
        {"by": FALLING},
        {"by": RISING, "where": {"progress": {"below": 0.7}}},
        {"by": by(("TITLE", "ASC"))},
        {"by": by(("EFFORT", "ASC"), ("TITLE", "DESC"))},
    ],
)
def test_a_cursor_is_good_for_its_own_list_alone(work: Questions, other: dict[str, Any]) -> None:
    cursor = listed(work, by=RISING, first=1)["pageInfo"]["endCursor"]

    told = work.ask(LIST, work.reader("home", "vault"), first=1, after=cursor, **other)

    assert [error.extensions["code"] for error in told.errors] == ["BAD_CURSOR"]


def test_a_page_takes_a_statement_for_candidates_one_for_each_measure_and_one_for_its_rows(work: Questions) -> None:
    told = work.ask(LIST, work.reader("home"), by=by(("PROGRESS", "ASC")), where={"health": {"conflict": False}})

    assert len(told.texts) == 4


def test_lists_of_lineage_are_sifted_at_any_depth_with_what_their_edges_tell(work: Questions) -> None:
    text = """{ objectives(first: 1) { nodes { title
        children(orderBy: [{field: PROGRESS, direction: DESC}], where: {progress: {above: 0}}, first: 2) { totalCount
            edges { cursor relation weight resolvedShare node { title kind parents { nodes { title } }
                children(where: {progress: {below: 1}}) { totalCount } } } }
        descendants(kinds: [PROJECT, WORK_ITEM], orderBy: [{field: DISTANCE}, {field: PROGRESS, direction: DESC}]) {
            edges { distance node { title } } } } } }"""

    told = work.ask(text, work.reader("home", "vault"))

    assert told.errors == []
    [objective] = told.data["objectives"]["nodes"]
    assert objective["children"]["totalCount"] == 4
    assert [(edge["node"]["title"], edge["weight"]) for edge in objective["children"]["edges"]] == [
        ("A", 1.0),
        ("D", 1.0),
    ]
    assert objective["children"]["edges"][0]["node"]["children"] == {"totalCount": 1}
    assert objective["children"]["edges"][0]["node"]["parents"] == {"nodes": [{"title": "O"}]}
    below = objective["descendants"]["edges"]
    assert [edge["node"]["title"] for edge in below][:6] == list("ADCBEF")
    assert [edge["distance"] for edge in below] == [1] * 6 + [2] * 19


@pytest.mark.parametrize(
    "where",
    [
        {"or": [{"progress": {"below": 1}}, {"title": {"eq": "A"}}]},
        {"not": {"progress": {"below": 1}}},
        {"children": {"some": {"progress": {"below": 1}}}},
        {"progress": {}},
        {"progress": {"below": None}},
        {"health": {}},
        {"health": {"conflict": None}},
    ],
)
def test_a_number_that_cannot_be_tested_so_is_refused(work: Questions, where: dict[str, Any]) -> None:
    told = work.ask(LIST, work.reader("home"), where=where)

    assert [error.extensions["code"] for error in told.errors] == ["BAD_INPUT"]
    assert told.texts == []


def test_a_list_that_is_too_long_is_refused_with_the_way_out(work: Questions, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.reading.pages.MOST", 5)
    monkeypatch.setattr("resolvers.gaps.MOST", 5)
    text = LIST.replace("projects(", "p: projects(")

    told = work.ask(text, work.reader("home"), by=RISING)
    narrowed = work.ask(text, work.reader("home"), by=RISING, where={"title": {"in": list("ABCDE")}})

    assert [error.extensions["code"] for error in told.errors] == ["TOO_MANY_CANDIDATES"]
    assert f"at most {sifting.MOST:,}" in told.errors[0].message
    assert len(told.texts) == 1
    assert titles(narrowed.data["p"]) == "EBDCA"
