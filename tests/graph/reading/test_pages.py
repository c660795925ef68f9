"""Pages together are the whole list, in every order and both directions; what cannot be answered says what to do."""

from datetime import date
from typing import Any

import pytest

from api.local.server import LocalServer
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions

SPACES = ("home", "den", "attic")


@pytest.fixture(scope="module")
def items(neo4j: LocalServer) -> Questions:
    """57 items in three spaces under one objective; many have a title in common but for its case or end."""
    here = Building()
    for space in SPACES:
        here.space(space)
    here.work("Objective", "O")
    for i in range(57):
        title = f"{'Aa'[i % 2]} item {i % 19:02d} {'abc'[i // 19]}"
        here.work("WorkItem", title, space=SPACES[i % 3])
        here.link(title, "CONTRIBUTES_TO", "O")
    return questions(neo4j, "pages", here)


@pytest.fixture(scope="module")
def periods(neo4j: LocalServer) -> Questions:
    """Five periods; the later in the alphabet the earlier in the year."""
    here = Building()
    for i, name in enumerate(["late", "d", "c", "b", "a"], start=1):
        days = {"starts_on": date(2026, i, 1), "ends_on": date(2026, 12 - i, 28)}
        here.named("Period", name, period_kind="SEASON", **days)
    return questions(neo4j, "periods", here)


FORWARD = "first: 7, after: $at", "hasNextPage", "endCursor"
BACKWARD = "last: 7, before: $at", "hasPreviousPage", "startCursor"


def whole_list(items: Questions, field: str, order: str, backward: bool) -> list[str]:
    """The titles of all pages, one after another."""
    arguments, more, end = BACKWARD if backward else FORWARD
    rows = "{ nodes { title } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }"
    listed = f"workItems({arguments}{order}) {rows}"
    text = f"query($at: String) {{ {listed if field == 'root' else f'objectives {{ nodes {{ {listed} }} }}'} }}"
    titles: list[str] = []
    cursor = None
    while True:
        data = items.ask(text, items.reader(*SPACES), at=cursor).data
        page = data["workItems"] if field == "root" else data["objectives"]["nodes"][0]["workItems"]
        found = [node["title"] for node in page["nodes"]]
        titles = [*found, *titles] if backward else [*titles, *found]
        cursor = page["pageInfo"][end]
        if not page["pageInfo"][more]:
            return titles


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("field", ["root", "nested"])
@pytest.mark.parametrize(
    "order",
    [
        "",
        ", orderBy: [{field: TITLE}]",
        ", orderBy: [{field: TITLE, direction: DESC}]",
        ", orderBy: [{field: UPDATED_AT, direction: DESC}]",
        ", orderBy: [{field: CREATED_AT, direction: DESC}, {field: TITLE, direction: ASC}]",
    ],
)
def test_pages_together_are_the_whole_list_each_row_once(
    items: Questions, field: str, order: str, backward: bool
) -> None:
    titles = whole_list(items, field, order, backward)

    assert len(titles) == 57
    assert set(titles) == {title for title in items.ids if "item" in title}
    if order == ", orderBy: [{field: TITLE}]":
        assert titles == sorted(titles)
    if order == ", orderBy: [{field: TITLE, direction: DESC}]":
        assert titles == sorted(titles, reverse=True)


def test_descendants_are_paged_by_distance(items: Questions) -> None:
    text = """query($at: String) { objectives { nodes { descendants(first: 20, after: $at) {
        totalCount edges { cursor distance node { title } } pageInfo { hasNextPage endCursor } } } } }"""
    seen: list[Any] = []
    cursor = None

    for _ in range(3):
        page = items.ask(text, items.reader(*SPACES), at=cursor).data["objectives"]["nodes"][0]["descendants"]
        seen += [edge["node"]["title"] for edge in page["edges"]]
        cursor = page["pageInfo"]["endCursor"]

    assert len(seen) == len(set(seen)) == page["totalCount"] == 57
    assert page["pageInfo"]["hasNextPage"] is False


def test_pages_under_one_node_together_are_all_that_lies_under_it(items: Questions) -> None:
    text = """query($id: ID!, $at: String) { workItems(
        first: 20, after: $at, where: {under: $id, title: {contains: "i"}},
        orderBy: [{field: TITLE, direction: DESC}]) { totalCount nodes { title } pageInfo { endCursor } } }"""
    titles: list[str] = []
    cursor = None

    for _ in range(3):
        page = items.ask(text, items.reader(*SPACES), id=items.ids["O"], at=cursor).data["workItems"]
        titles += [node["title"] for node in page["nodes"]]
        cursor = page["pageInfo"]["endCursor"]

    assert titles == sorted((title for title in items.ids if "item" in title), reverse=True)
    assert page["totalCount"] == 57


@pytest.mark.parametrize("sort", ["STARTS_ON", "ENDS_ON", "NAME", "CREATED_AT"])
def test_periods_are_paged_by_their_days(periods: Questions, sort: str) -> None:
    text = f"""query($at: String) {{ periods(last: 2, before: $at, orderBy: [{{field: {sort}}}]) {{
        nodes {{ name }} pageInfo {{ hasPreviousPage startCursor }} }}
        forward: periods(first: 9, orderBy: [{{field: {sort}}}]) {{ nodes {{ name }} }} }}"""
    seen: list[str] = []
    cursor = None

    for _ in range(3):
        data = periods.ask(text, periods.reader(), at=cursor).data
        seen = [*(node["name"] for node in data["periods"]["nodes"]), *seen]
        cursor = data["periods"]["pageInfo"]["startCursor"]

    assert seen == [node["name"] for node in data["forward"]["nodes"]]
    if sort == "STARTS_ON":
        assert seen == ["late", "d", "c", "b", "a"]


def test_a_cursor_of_another_order_or_filter_is_refused(items: Questions) -> None:
    viewer = items.reader(*SPACES)
    made = items.ask("{ workItems(first: 1) { edges { cursor } } }", viewer).data["workItems"]["edges"][0]["cursor"]

    for other in ("orderBy: [{field: TITLE}]", 'where: {title: {contains: "a"}}'):
        told = items.ask(f"query($c: String) {{ workItems(after: $c, {other}) {{ nodes {{ id }} }} }}", viewer, c=made)
        assert told.data is None
        assert told.errors[0].extensions["code"] == "BAD_CURSOR"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("workItems(first: 101)", "A page has 0 to 100 rows; 101 were asked for"),
        ("workItems(first: -1)", "A page has 0 to 100 rows"),
        ("workItems(first: 1, last: 1)", "give one of them"),
        ("workItems(where: {})", "An empty filter"),
        ("workItems(where: {title: null})", "has no meaning in a filter"),
        ("workItems(where: {or: []})", "has no meaning in a filter"),
        ("workItems(where: {title: {}})", "compared with nothing"),
        ("workItems(where: {title: {eq: null}})", "compared with nothing"),
        ("workItems(where: {parents: {}})", "say `some`, `every` or `none`"),
        ("workItems(where: {parents: {some: {}}})", "An empty filter"),
        ("workItems(where: {parents: {some: {kind: {in: []}}}})", "no kind at all"),
    ],
)
def test_a_question_that_cannot_be_answered_says_what_to_do(items: Questions, asked: str, said: str) -> None:
    told = items.ask(f"{{ {asked} {{ nodes {{ id }} }} }}", items.reader(*SPACES))

    assert said in told.errors[0].message
    assert told.errors[0].extensions["code"] in {"BAD_INPUT", "BAD_PAGE"}


def test_one_root_that_is_refused_leaves_the_others(items: Questions) -> None:
    text = """query($c: String) { spaces { totalCount }
        objective(id: "nowhere") { title workItems(after: $c) { nodes { id } } } }"""

    told = items.ask(text, items.reader(*SPACES), c="not a cursor")

    assert told.data == {"spaces": {"totalCount": 3}, "objective": None}
    assert told.errors[0].path == ["objective"]
