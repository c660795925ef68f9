"""A walk over a list neither repeats nor loses what was there before it began, whatever is written meanwhile."""

from typing import Any
from uuid import uuid4

import pytest

from api.local.server import LocalServer
from graph.orders import COMPUTED, WorkSort
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions, with_database

SPACES = ("home", "den", "attic")
STORED = sorted(sort.name for sort in WorkSort if sort.value not in COMPUTED)
FORWARD = "first: 5, after: $at", "hasNextPage", "endCursor"
BACKWARD = "last: 5, before: $at", "hasPreviousPage", "startCursor"


@pytest.fixture
def items(neo4j: LocalServer) -> Questions:
    """23 items in three spaces, in a workspace of each test's own."""
    here = Building()
    for space in SPACES:
        here.space(space)
    for number in range(23):
        here.work("WorkItem", f"{'mgx'[number % 3]} {number:02d}", space=SPACES[number % 3])
    return questions(neo4j, f"written-{uuid4().hex}", here)


def written(items: Questions, number: int) -> None:
    """Two more items: one at either end of the alphabet."""
    more = Building()
    more.work("WorkItem", f"a new {number}", space="home")
    more.work("WorkItem", f"z new {number}", space="den")
    for space in SPACES:
        more.space(space)
    with_database(items.server, lambda database: more.build(database, items.workspace))


def walk(items: Questions, by: str, backward: bool) -> list[str]:
    """The titles in the order in which they are met, with something written between any two pages."""
    arguments, more, end = BACKWARD if backward else FORWARD
    text = f"""query($at: String) {{ workItems({arguments}, orderBy: [{by}]) {{
        nodes {{ title }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}"""
    met: list[str] = []
    at, number = None, 0
    while True:
        page: Any = items.once(text, items.reader(*SPACES), {"at": at}).data["workItems"]
        titles = [node["title"] for node in page["nodes"]]
        met += reversed(titles) if backward else titles
        at, number = page["pageInfo"][end], number + 1
        if not page["pageInfo"][more] or number > 20:
            return met
        written(items, number)


@pytest.mark.parametrize("backward", [False, True])
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("sort", STORED)
def test_what_was_there_before_is_met_once_and_what_is_written_at_most_once(
    items: Questions, sort: str, direction: str, backward: bool
) -> None:
    before = {title for title in items.ids if title not in SPACES}

    met = walk(items, f"{{field: {sort}, direction: {direction}}}", backward)

    assert len(met) == len(set(met))
    assert before <= set(met)
    if sort == "TITLE":
        assert met == sorted(met, reverse=(direction == "DESC") is not backward)
