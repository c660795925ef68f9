"""A root without its scope runs no statement; a guarded field without its scope is null and named in an error."""

import pytest

from api.local.server import LocalServer
from resolvers.scopes import Scope
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions


@pytest.fixture(scope="module")
def crew(neo4j: LocalServer) -> Questions:
    here = Building()
    here.space("home")
    here.named("Team", "lang")
    here.named("Person", "Ada", role="Engineer")
    here.link("Ada", "MEMBER_OF", "lang")
    here.work("Objective", "O")
    here.link("O", "OWNED_BY", "Ada", role="LEAD")
    return questions(neo4j, "crew", here)


OWNERS = "{ objectives { nodes { owners { nodes { ... on Person { name role teams { totalCount } } } } } } }"


def test_a_guarded_field_without_its_scope_is_null_with_an_error_that_names_it(crew: Questions) -> None:
    viewer = crew.reader("home", scopes=frozenset({Scope.WORK_READ}))

    told = crew.ask(OWNERS, viewer)

    assert told.data["objectives"]["nodes"][0]["owners"]["nodes"] == [{"name": "Ada", "role": None, "teams": None}]
    assert [error.message for error in told.errors] == [
        f"`Person.{field}` needs the scope people:read: ask for a token that has it." for field in ("role", "teams")
    ]
    assert {error.extensions["code"] for error in told.errors} == {"FORBIDDEN"}


def test_the_same_document_tells_a_viewer_with_the_scope(crew: Questions) -> None:
    crew.ask(OWNERS, crew.reader("home", scopes=frozenset({Scope.WORK_READ})))

    told = crew.ask(OWNERS, crew.reader("home"))

    owners = told.data["objectives"]["nodes"][0]["owners"]["nodes"]
    assert owners == [{"name": "Ada", "role": "Engineer", "teams": {"totalCount": 1}}]
    assert told.errors == []


def test_a_root_without_its_scope_runs_no_statement_and_leaves_the_others(crew: Questions) -> None:
    viewer = crew.reader("home", scopes=frozenset({Scope.WORK_READ}))

    told = crew.ask('{ teams { totalCount } person(id: "per_x") { name } }', viewer)

    assert told.data == {"teams": {"totalCount": 1}, "person": None}
    assert told.errors[0].message == "`person` needs the scope people:read: ask for a token that has it."
    assert told.errors[0].path == ["person"]
    assert len(told.texts) == 1
