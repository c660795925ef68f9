"""Many who ask the same at once share a statement, and each sees what is the asker's own to see."""

import asyncio
from typing import Any

import pytest

from api.local.server import LocalServer
from graph.database import Database
from graph.reading.cursors import Cursors
from loaders.sharing import Sharing
from resolvers.context import Context
from resolvers.viewer import Viewer
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, Watched, questions, with_database

UP = """query($id: ID!, $first: Int) { workItem(id: $id) { title space { name } owners(first: 3) { edges { role node {
    ... on Person { name } ... on Team { name } } } }
    parents(first: $first) { edges { cursor share node { title
        parents(relation: PART_OF, first: 1) { nodes { title } } } }
    pageInfo { hasNextPage endCursor } } } }"""

LIST = """query($first: Int) { workItems(first: $first, orderBy: [{field: TITLE, direction: DESC}]) {
    nodes { title space { name } } pageInfo { hasNextPage endCursor } } }"""

SPACES = ("home", "vault")


@pytest.fixture(scope="module")
def two_spaces(neo4j: LocalServer) -> Questions:
    """Items of one space under projects of two."""
    here = Building()
    for space in SPACES:
        here.space(space)
    here.named("Team", "lang")
    for i in range(6):
        here.work("Initiative", f"I{i}", space=SPACES[i // 3])
        here.work("Project", f"P{i}", space=SPACES[i % 2])
        here.link(f"P{i}", "PART_OF", f"I{i}")
    for i in range(5):
        here.work("WorkItem", f"T{i}", space="home")
        here.work("WorkItem", f"U{i}", space="vault")
        here.link(f"T{i}", "OWNED_BY", "lang", role="LEAD")
        here.link(f"T{i}", "PART_OF", f"P{i}")
        here.link(f"T{i}", "CONTRIBUTES_TO", f"P{i + 1}", share=0.25)
    return questions(neo4j, "sharing", here)


@pytest.mark.parametrize("text", [UP, LIST])
def test_each_of_many_who_ask_at_once_sees_the_same_as_alone(two_spaces: Questions, text: str) -> None:
    viewers = [two_spaces.reader(*spaces) for spaces in (SPACES, ("home",), ("vault",), ())]
    asked = [
        (viewer, {"id": two_spaces.ids[f"T{i}"], "first": first})
        for i in range(5)
        for first in (1, 2)
        for viewer in viewers
    ]
    alone = [two_spaces.ask(text, viewer, **variables).data for viewer, variables in asked]

    together, texts = at_once(two_spaces, text, asked)

    assert together == alone
    assert len({str(data) for data in alone}) >= len(viewers)
    assert sum("$batch" in text for text in texts) > 0
    assert len(texts) < len(asked) / 2


def at_once(asking: Questions, text: str, asked: list[tuple[Viewer, dict[str, Any]]]) -> tuple[list[Any], list[str]]:
    """The answers, and the statements that they took."""

    async def work(database: Database) -> tuple[list[Any], list[str]]:
        watched = Watched(database)
        sharing, cursors = Sharing(watched, 30), Cursors(b"a secret of tests")
        told = await asyncio.gather(
            *(asking.schema.execute(text, variables, Context(viewer, sharing, cursors)) for viewer, variables in asked)
        )
        return [each.data for each in told], watched.texts

    found: tuple[list[Any], list[str]] = with_database(asking.server, work)
    return found
