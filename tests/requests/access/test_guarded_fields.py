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


def created(kind: str, field: str, given: str = 'title: "T", space: $space') -> tuple[str, Scope]:
    """A new thing of a kind, which is not kept."""
    changed = "CheckInCreated" if kind == "CheckIn" else f"{kind}Changed"
    variable = "$work" if "$work" in given else "$space"
    text = f"""mutation({variable}: ID!) {{ it: create{kind}(input: {{{given}}}, dryRun: true) {{
        ... on {changed} {{ told: {field} {{ id }} }} }} }}"""
    return text, Scope.CHECKINS_WRITE if kind == "CheckIn" else Scope.WORK_WRITE


OWNED = """mutation($work: ID!) { it: setOwners(input: {id: $work, owners: []}, dryRun: true) {
    ... on NodeChanged { told: node { id } } } }"""

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
        "StrategyChanged.strategy": created("Strategy", "strategy"),
        "ObjectiveChanged.objective": created("Objective", "objective"),
        "KeyResultChanged.keyResult": created(
            "KeyResult", "keyResult", 'title: "T", space: $space, direction: INCREASE, unit: NUMBER'
        ),
        "InitiativeChanged.initiative": created("Initiative", "initiative"),
        "ProjectChanged.project": created("Project", "project"),
        "WorkItemChanged.workItem": created("WorkItem", "workItem"),
        "NodeChanged.node": (OWNED, Scope.WORK_WRITE),
        "CheckInCreated.checkIn": created("CheckIn", "checkIn", 'subject: $work, asOf: "2026-01-31"'),
    }
)
"""A document that asks for the field as `told`, and what its root needs."""


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


@pytest.mark.parametrize("field", ASKED)
def test_a_guarded_field_is_told_to_just_the_sets_of_scopes_that_the_table_says(prepared: Granting, field: str) -> None:
    text, root = ASKED[field]
    needed = GUARDED[field]
    assert needed is not None

    for scopes in subsets():
        if root is None or root in scopes:
            told, errors = asked(prepared, text, scopes)

            assert (told is None) is (needed not in scopes), scopes
            assert [error["extensions"]["code"] for error in errors] == ["FORBIDDEN"] * (needed not in scopes), scopes
            assert all(f"needs the scope {needed.value}:" in error["message"] for error in errors)
            assert all(field.partition(".")[2] in error["message"] for error in errors)


def asked(granting: Granting, text: str, scopes: frozenset[Scope]) -> tuple[Any, list[Any]]:
    """What is told, and the errors, to a token with these scopes."""
    olga = granting.caller("olga", scope=" ".join(scope.value for scope in scopes))
    titles = {"person": "Nan", "space": "open", "own": "own", "work": "Grow"}
    answer = olga.answer(text, **{name: granting.ids[title] for name, title in titles.items() if f"${name}:" in text})
    return answer["data"]["it"]["told"], answer.get("errors", [])
