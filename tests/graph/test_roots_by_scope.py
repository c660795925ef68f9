"""Every root with every set of scopes: answered where docs/scopes.md says so, else refused before any statement."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import pytest

from api.local.address import LocalServer
from graph.access.principals import Principal
from graph.database import Database, Parameters, Transaction
from graph.reading.cursors import Cursors
from graph.records.states import PrincipalKind, SpaceRole
from loaders.statements import Statements
from resolvers.context import Context
from resolvers.scopes import Scope
from resolvers.store import Changes
from resolvers.viewer import Viewer
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions, with_database
from tests.fixtures.scopes import ROOTS, subsets
from tests.fixtures.stating import arguments

T = TypeVar("T")


class Counted(Database):
    """Counts what is asked of it."""

    def __init__(self, graph: Database) -> None:
        super().__init__(graph._driver, graph._name)
        self.asked = 0

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        self.asked += 1
        return await super().value(text, parameters, timeout)

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> list[tuple[Any, ...]]:
        self.asked += 1
        return await super().rows(text, parameters, timeout)

    async def changed(self, work: Callable[[Transaction, int], Awaitable[T]], timeout: float) -> T:
        self.asked += 1
        return await super().changed(work, timeout)


@pytest.fixture(scope="module")
def work(neo4j: LocalServer) -> Questions:
    here = Building()
    here.space("home")
    here.work("Objective", "O")
    return questions(neo4j, "roots-by-scope", here)


def documents(work: Questions) -> Mapping[str, str]:
    """One for each root that the schema has."""
    published = work.schema._schema
    return {
        f"{type_.name}.{name}": f"{word} {{ {name}{arguments(field)} {{ __typename }} }}"
        for word, type_ in (("query", published.query_type), ("mutation", published.mutation_type))
        if type_
        for name, field in type_.fields.items()
    }


def viewer(work: Questions, scopes: frozenset[Scope]) -> Viewer:
    own = Principal(PrincipalKind.SUBJECT, "https://id.example.org", "ada")
    return Viewer(work.workspace, "pri_x", "tests", scopes, {work.ids["home"]: SpaceRole.OWNER}, principals=(own,))


def test_the_table_names_every_root(work: Questions) -> None:
    assert set(documents(work)) == set(ROOTS)


def test_every_root_is_answered_with_just_the_sets_of_scopes_that_the_table_says(
    neo4j: LocalServer, work: Questions
) -> None:
    wrong = with_database(neo4j, lambda graph: all_that_is_wrong(Counted(graph), work))

    assert wrong == []


async def all_that_is_wrong(graph: Counted, work: Questions) -> list[str]:
    found = []
    for scopes in subsets():
        for root, text in documents(work).items():
            graph.asked = 0
            context = Context(
                viewer(work, scopes), Statements(graph, 30), Cursors(b"a secret"), Changes(graph, 30, forgotten)
            )
            result = await work.schema.execute(text, {}, context)
            said = [(error.extensions["code"], error.message, error.path) for error in result.errors or []]
            refusal = expected(root, scopes)
            if said != refusal or (refusal and graph.asked):
                found.append(f"{root} with {sorted(scope.value for scope in scopes)}: {said}, {graph.asked} asked")
    return found


def expected(root: str, scopes: frozenset[Scope]) -> list[tuple[str, str, list[str]]]:
    """What is said of it: nothing, or that a scope is missing."""
    needed, name = ROOTS[root], root.partition(".")[2]
    if needed is None or needed in scopes:
        return []
    return [("FORBIDDEN", f"`{name}` needs the scope {needed.value}: ask for a token that has it.", [name])]


def forgotten() -> None:
    """Nothing is remembered."""
