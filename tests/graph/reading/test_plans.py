"""No statement that is made for a question scans the graph, and a page of a list costs the same however long it is."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import Driver, GraphDatabase

from api.local.server import LocalServer
from graph.orders import COMPUTED, WorkSort
from graph.reading.cursors import Cursors
from graph.reading.plan import Plan
from resolvers.context import Context
from schema.query import create_schema
from tests.fixtures.building import Building
from tests.fixtures.documents import Documents
from tests.fixtures.questions import Questions, questions, with_database

DOCUMENTS = int(os.environ.get("GOLDENTHREAD_DOCUMENTS", "20"))
SCANS = ("AllNodesScan", "AllRelationshipsScan")
SPACES = ("home", "den")
VARIABLES = {"yes": True, "no": False, "n": 2}
STORED = sorted(sort.name for sort in WorkSort if sort.value not in COMPUTED)


class Kept:
    """Keeps the statements that are asked for, and answers none."""

    def __init__(self) -> None:
        self.run: list[tuple[str, Any]] = []

    async def read(self, plan: Plan, parameters: Any) -> Any:
        self.run.append((plan.text, parameters))

    async def numbers(self, asked: Any, reader: Any, position: Any) -> Any:
        return {measure: {} for measure in asked}


@pytest.fixture(scope="module")
def driver(neo4j: LocalServer) -> Iterator[Driver]:
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.user, neo4j.password)) as driver:
        yield driver


def items(neo4j: LocalServer, count: int) -> Questions:
    here = Building()
    for space in SPACES:
        here.space(space)
    for number in range(count):
        here.work("WorkItem", f"Item {number:04d}", space=SPACES[number % 2])
    return questions(neo4j, f"plans-{count}", here)


@pytest.fixture(scope="module")
def few(neo4j: LocalServer) -> Questions:
    return items(neo4j, 120)


@pytest.fixture(scope="module")
def many(neo4j: LocalServer) -> Questions:
    return items(neo4j, 900)


def statements(asked: Questions, text: str) -> list[tuple[str, Any]]:
    """What would be run for a document, with its parameters."""
    kept = Kept()

    async def asking(_: Any) -> None:
        context = Context(asked.reader(*SPACES), kept, Cursors(b"a secret of tests"))
        await asked.schema.execute(text, VARIABLES, context)

    with_database(asked.server, asking)
    return kept.run


def operators(plan: Any) -> Iterator[str]:
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from operators(child)


def hits(driver: Driver, text: str, parameters: Any) -> int:
    profile = driver.execute_query(f"PROFILE {text}", parameters).summary.profile
    return sum(each["args"].get("DbHits", 0) for each in flat(profile))


def flat(profile: Any) -> Iterator[Any]:
    yield profile
    for child in profile.get("children", ()):
        yield from flat(child)


def test_no_statement_of_random_documents_scans_the_graph(few: Questions, driver: Driver) -> None:
    documents = Documents(create_schema()._schema, list(few.ids.values()), 11)
    asked = [documents.document() for _ in range(DOCUMENTS)]
    run = {text: parameters for document in asked for text, parameters in statements(few, document)}

    scanning = [
        (found, text)
        for text, parameters in run.items()
        for found in operators(driver.execute_query(f"EXPLAIN {text}", parameters).summary.plan)
        if any(scan in found for scan in SCANS)
    ]

    assert len(run) >= DOCUMENTS
    assert scanning == []


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize("sort", STORED)
def test_a_page_of_a_list_costs_the_same_however_long_the_list_is(
    few: Questions, many: Questions, driver: Driver, sort: str, direction: str
) -> None:
    by = f"{{field: {sort}, direction: {direction}}}"
    text = f"{{ workItems(first: 20, orderBy: [{by}]) {{ nodes {{ id title }} }} }}"

    short, long = (hits(driver, *statements(asked, text)[0]) for asked in (few, many))

    assert long <= short * 1.1 + 10
