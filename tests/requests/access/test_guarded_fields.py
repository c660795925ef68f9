"""A guarded field with every set of scopes: told where docs/scopes.md says so, else null and an error says why."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import pytest

from graph.kinds import WORK
from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from tests.fixtures.access import Caller, Granting
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


def held(kind: str, field: str, inner: str) -> tuple[str, Scope]:
    """What the piece of work of a kind holds."""
    variable = f"${kind[0].lower()}{kind[1:]}"
    told = f"... on {kind} {{ told: {field} {{ {inner} }} }}"
    return f"query({variable}: ID!) {{ it: node(id: {variable}) {{ {told} }} }}", Scope.WORK_READ


MONEY = (
    ("Objective", "expectedValue"),
    ("Objective", "realisedValue"),
    ("Initiative", "budget"),
    ("Initiative", "expectedValue"),
    ("Initiative", "realisedValue"),
    ("Project", "budget"),
)

TIMED = """mutation($work: ID!) { it: recordTime(input: {subject: $work, day: "2026-01-31", minutes: 5}, dryRun: true) {
    ... on TimeEntryChanged { told: timeEntry { id } } } }"""

RATED = """mutation { it: setCostRate(input: {of: {role: "Engineer"}, startsOn: "2026-01-31",
    perHour: {amount: "1", currency: "EUR"}}, dryRun: true) { ... on CostRateChanged { told: costRate { id } } } }"""

CORRECTED = """mutation($work: ID!, $report: ID!) {
    it: createCheckIn(input: {subject: $work, asOf: "2026-01-31", supersedes: $report}) {
        ... on AlreadySuperseded { told: current { id } } } }"""


def entry(kind: str, field: str) -> tuple[str, Scope]:
    """What the first entry of the feed of one sort says."""
    text = f"{{ it: changes(first: 1, kinds: [{kind}]) {{ nodes {{ told: {field} {{ id }} }} }} }}"
    return text, Scope.CHANGES_READ


def put(mutation: str, done: str) -> tuple[str, Scope]:
    """Work that is archived or restored, which is not kept."""
    text = f"""mutation($work: ID!) {{ it: {mutation}(input: {{id: $work}}, dryRun: true) {{
        ... on {done} {{ told: node {{ id }} }} }} }}"""
    return text, Scope.WORK_WRITE


def around(kind: str, given: str) -> tuple[str, Scope]:
    """A new person, team or period, which is not kept."""
    field = kind.lower()
    text = f"""mutation {{ it: create{kind}(input: {{{given}}}, dryRun: true) {{
        ... on {kind}Changed {{ told: {field} {{ id }} }} }} }}"""
    return text, Scope.WORK_WRITE


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
        "NodeChanged.effects": (OWNED.replace("node { id }", "effects { notShown }"), Scope.WORK_WRITE),
        **{f"{kind}.{field}": held(kind, field, "amount") for kind, field in MONEY},
        **{f"{kind}.timeEntries": held(kind, "timeEntries", "totalCount") for kind in WORK},
        "CostRate.perHour": (
            "{ it: costRates { told: nodes { perHour { amount } } } }",
            Scope.COST_READ,
        ),
        "CostRateChanged.costRate": (RATED, Scope.COST_WRITE),
        "TimeEntryChanged.timeEntry": (TIMED, Scope.CHECKINS_WRITE),
        "AlreadySuperseded.current": (CORRECTED, Scope.CHECKINS_WRITE),
        "Change.node": entry("CREATED", "node"),
        "Change.child": entry("LINKED", "child"),
        "Change.parent": entry("LINKED", "parent"),
        "Change.by": entry("CHANGED", "by"),
        "NodeArchived.node": put("archiveNode", "NodeArchived"),
        "NodeRestored.node": put("restoreNode", "NodeRestored"),
        "PersonChanged.person": around("Person", 'name: "Ada"'),
        "TeamChanged.team": around("Team", 'name: "Web"'),
        "PeriodChanged.period": around(
            "Period", 'name: "2026", periodKind: YEAR, startsOn: "2026-01-01", endsOn: "2026-12-31"'
        ),
        "CheckInCreated.checkIn": created("CheckIn", "checkIn", 'subject: $work, asOf: "2026-01-31"'),
    }
)
"""A document that asks for the field as `told`, and what its root needs."""


@pytest.fixture
def prepared(granting: Granting) -> Granting:
    """Olga owns the open space, in which there is work of every kind and a report that was corrected, and is Nan."""
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    olga = granting.caller("olga")
    own = olga.data("{ viewer { id } }")["viewer"]["id"]
    olga.change("joinPrincipal", {"principal": own, "person": granting.ids["Nan"]})
    writer = granting.caller("olga", scope="work:read work:write checkins:write cost:write")
    granting.ids = {**granting.ids, "own": own, **{kind: made(writer, granting, kind) for kind in WORK}}
    granting.ids = {**granting.ids, "report": reported(writer, granting)}
    reported(writer, granting, supersedes=granting.ids["report"])
    return granting


def made(writer: Caller, granting: Granting, kind: str) -> str:
    """The id of work of a kind, with all the money that it can have."""
    held = {field: {"amount": "1", "currency": "EUR"} for of, field in MONEY if of == kind}
    measured = {"direction": "INCREASE", "unit": "NUMBER"} if kind == "KeyResult" else {}
    name = f"{kind[0].lower()}{kind[1:]}"
    asked = {"title": "T", "space": granting.ids["open"], **held, **measured}
    done = writer.change(f"create{kind}", asked, f"... on {kind}Changed {{ {name} {{ id }} }}")
    return str(done[name]["id"])


def reported(writer: Caller, granting: Granting, **more: str) -> str:
    asked = {"subject": granting.ids["Grow"], "asOf": "2026-01-31", **more}
    return str(writer.change("createCheckIn", asked, "... on CheckInCreated { checkIn { id } }")["checkIn"]["id"])


def test_the_table_names_every_guarded_field() -> None:
    """What a change moves is declared once for all changes, so it is asked of one of them."""
    of_changes = {field for field in GUARDED if field.endswith(".effects")} - {"NodeChanged.effects"}

    assert set(ASKED) == set(GUARDED) - of_changes


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
    titles = {"person": "Nan", "space": "open", "own": "own", "work": "Grow", "report": "report"}
    titles |= {f"{kind[0].lower()}{kind[1:]}": kind for kind in WORK}
    answer = olga.answer(text, **{name: granting.ids[title] for name, title in titles.items() if f"${name}:" in text})
    it = answer["data"]["it"]
    return (it["nodes"][0] if "nodes" in it else it)["told"], answer.get("errors", [])
