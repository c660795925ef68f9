"""A guarded field with every set of scopes: told where docs/scopes.md says so, else null and an error says why."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from tests.fixtures.access import Granting
from tests.fixtures.scopes import GUARDED, subsets

UPDATE = 'mutation($space: ID!) { it: updateSpace(input: {space: $space, name: "Opened"'

CHANGED = UPDATE + "}, dryRun: true) { ... on SpaceChanged { told: space { id } } } }"

STALE = UPDATE + ", expectedRevision: 7}) { ... on StaleRevision { told: current { id } } } }"

JOINED = """mutation($own: ID!, $person: ID!) { it: joinPrincipal(input: {principal: $own, person: $person}) {
    ... on PrincipalChanged { told: principal { id } } } }"""

ASKED: Mapping[str, tuple[str, Scope | None]] = MappingProxyType(
    {
        "Person.role": (
            "query($person: ID!) { it: node(id: $person) { ... on Person { told: role } } }",
            Scope.WORK_READ,
        ),
        "Person.teams": (
            "query($person: ID!) { it: node(id: $person) { ... on Person { told: teams { totalCount } } } }",
            Scope.WORK_READ,
        ),
        "Person.owned": (
            "query($person: ID!) { it: node(id: $person) { ... on Person { told: owned { totalCount } } } }",
            Scope.WORK_READ,
        ),
        "Space.grants": (
            "query($space: ID!) { it: space(id: $space) { told: grants { totalCount } } }",
            Scope.WORK_READ,
        ),
        "Viewer.person": ("{ it: viewer { told: person { id } } }", None),
        "SpaceChanged.space": (CHANGED, Scope.ACCESS_MANAGE),
        "StaleRevision.current": (STALE, Scope.ACCESS_MANAGE),
        "PrincipalChanged.principal": (JOINED, Scope.ACCESS_MANAGE),
    }
)
"""A document that asks for the field as `told`, and what its root needs."""

MATTER = frozenset({Scope.WORK_READ, Scope.PEOPLE_READ, Scope.ACCESS_MANAGE})
"""The scopes that any of these needs."""


@pytest.fixture
def prepared(granting: Granting) -> Granting:
    """Olga owns the open space, and is Nan."""
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga = granting.caller("olga")
    own = olga.data("{ viewer { id } }")["viewer"]["id"]
    olga.change("joinPrincipal", {"principal": own, "person": granting.ids["Nan"]})
    granting.ids = {**granting.ids, "own": own}
    return granting


def test_the_table_names_every_guarded_field() -> None:
    assert set(ASKED) == set(GUARDED)
    assert set(GUARDED.values()) <= MATTER


@pytest.mark.parametrize("field", ASKED)
def test_a_guarded_field_is_told_to_just_the_sets_of_scopes_that_the_table_says(prepared: Granting, field: str) -> None:
    text, root = ASKED[field]
    needed = GUARDED[field]
    assert needed is not None

    for scopes in subsets():
        if scopes <= MATTER and (root is None or root in scopes):
            told, errors = asked(prepared, text, scopes)

            assert (told is None) is (needed not in scopes), scopes
            assert [error["extensions"]["code"] for error in errors] == ["FORBIDDEN"] * (needed not in scopes), scopes
            assert all(f"needs the scope {needed.value}:" in error["message"] for error in errors)
            assert all(field.partition(".")[2] in error["message"] for error in errors)


def asked(granting: Granting, text: str, scopes: frozenset[Scope]) -> tuple[Any, list[Any]]:
    """What is told, and the errors, to a token with these scopes."""
    olga = granting.caller("olga", scope=" ".join(scope.value for scope in scopes))
    ids = {"person": granting.ids["Nan"], "space": granting.ids["open"], "own": granting.ids["own"]}
    answer = olga.answer(text, **{name: id for name, id in ids.items() if f"${name}:" in text})
    return answer["data"]["it"]["told"], answer.get("errors", [])
