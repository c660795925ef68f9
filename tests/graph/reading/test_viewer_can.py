"""What a viewer is told that they may do is what the rules say: by role, by scope and by the source written for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from typing import Any

import pytest

from api.local.address import LocalServer
from graph.access.rights import Rights
from graph.database import Database
from graph.reading.cursors import Cursors
from graph.records.states import SpaceRole
from graph.writing.stated import StatedReference
from loaders.statements import Statements
from resolvers.context import Context
from resolvers.scopes import Scope
from resolvers.viewer import Viewer
from tests.fixtures.building import SOURCE, Building
from tests.fixtures.questions import Questions, Watched, questions, with_database

LINKED = "linked"
"""A source that only says where the work is talked of: nothing came from it."""

ROLES = (SpaceRole.READER, SpaceRole.EDITOR, SpaceRole.OWNER)
BOUND_TO = (None, SOURCE, LINKED, "elsewhere")
GUARDING = (Scope.WORK_WRITE, Scope.CHECKINS_WRITE, Scope.ACCESS_MANAGE)
DOCUMENT = """query($id: ID!) { workNode: node(id: $id) { ... on WorkNode {
    viewerCan { __typename edit link checkIn manageAccess } } } }"""


@pytest.fixture(scope="module")
def work(neo4j: LocalServer) -> Questions:
    here = Building()
    here.space("home")
    here.space("den")
    here.work("Project", "P")
    here.nodes[-1] = replace(here.nodes[-1], references=(StatedReference(LINKED, "page", "7"),))
    here.work("WorkItem", "in den", space="den")
    here.link("in den", "PART_OF", "P")
    return questions(neo4j, "viewer-can", here)


def by_the_rules(viewer: Viewer, space: str) -> Mapping[str, object]:
    rights, may = Rights(viewer.roles, viewer.source), viewer.scopes.__contains__
    return {
        "__typename": "ViewerPermissions",
        "edit": may(Scope.WORK_WRITE) and rights.may_edit(space, [SOURCE]),
        "link": may(Scope.WORK_WRITE) and rights.may_link(space, space, [SOURCE]),
        "checkIn": may(Scope.CHECKINS_WRITE) and rights.may_edit(space, [SOURCE]),
        "manageAccess": may(Scope.ACCESS_MANAGE) and rights.may_own(space),
    }


def viewers(work: Questions) -> Iterator[Viewer]:
    subsets = [chosen for size in range(len(GUARDING) + 1) for chosen in combinations(GUARDING, size)]
    for role, source, scopes in product(ROLES, BOUND_TO, subsets):
        reads = replace(work.reader("home"), scopes=frozenset({Scope.WORK_READ, *scopes}))
        yield replace(reads, roles={work.ids["home"]: role}, source=source)


def test_what_is_told_is_what_the_rules_say_for_every_role_scope_and_source(
    neo4j: LocalServer, work: Questions
) -> None:
    async def all_told(database: Database) -> list[tuple[Viewer, Any, Any]]:
        return [
            (viewer, *[await told(work, database, viewer) for _ in ("by the executor", "past it")])
            for viewer in viewers(work)
        ]

    table = with_database(neo4j, all_told)

    assert len(table) == 3 * 4 * 8
    wrong = [
        (viewer, first)
        for viewer, first, second in table
        if not first == second == by_the_rules(viewer, work.ids["home"])
    ]
    assert wrong == []
    assert {tuple(first.values()) for _, first, _ in table} > {
        ("ViewerPermissions", True, True, True, True),
        ("ViewerPermissions", False, False, False, False),
    }


async def told(work: Questions, database: Database, viewer: Viewer) -> Any:
    watched = Watched(database)
    context = Context(viewer, Statements(watched, 10), Cursors(b"a secret of tests"))
    result = await work.schema.execute(DOCUMENT, {"id": work.ids["P"]}, context)
    assert result.errors is None
    assert len(watched.texts) == 1
    return result.data["workNode"]["viewerCan"]


def test_each_row_of_a_list_is_told_by_its_own_space(work: Questions) -> None:
    roles = {work.ids["home"]: SpaceRole.READER, work.ids["den"]: SpaceRole.EDITOR}
    viewer = replace(work.reader("home", "den"), roles=roles)
    text = "{ projects { nodes { title viewerCan { edit } children { nodes { title viewerCan { may: edit } } } } } }"

    answer = work.ask(text, viewer)

    assert len(answer.texts) == 1
    [project] = answer.data["projects"]["nodes"]
    assert project["viewerCan"] == {"edit": False}
    assert project["children"]["nodes"] == [{"title": "in den", "viewerCan": {"may": True}}]


def test_what_nobody_asks_for_is_not_in_the_statement(work: Questions) -> None:
    plain = work.ask("{ projects { nodes { title } } }", work.reader("home"))

    assert "ExternalReference" not in plain.texts[0]
