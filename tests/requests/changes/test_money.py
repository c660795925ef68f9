"""Money is stored exactly, told to tokens that are meant for it, and stated by no others."""

from typing import Any

import pytest
from graphql import get_named_type, is_input_object_type

from graph.records.states import SpaceRole
from resolvers import needs
from resolvers.scopes import Scope
from schema.query import create_schema
from tests.fixtures.access import Caller, Granting

SCHEMA = create_schema()._schema
COSTS = "work:read work:write cost:read cost:write"
EUROS = {"amount": "1234567.000001", "currency": "EUR"}
SHOWN = {
    "Initiative": "... on InitiativeChanged { initiative { id revision budget { amount currency } } }",
    "Objective": """... on ObjectiveChanged { objective { id revision
        expectedValue { amount currency } realisedValue { code: currency amount __typename } } }""",
    "Project": "... on ProjectChanged { project { id budget { amount currency } } }",
}


@pytest.fixture
def bea(granting: Granting) -> Caller:
    """May edit the space `open`, money too."""
    granting.grant("open", granting.subject("bea"), SpaceRole.EDITOR)
    return granting.caller("bea", scope=COSTS)


def create(caller: Caller, granting: Granting, kind: str, **holds: Any) -> Any:
    asked = {"title": "Bet", "space": granting.ids["open"], **holds}
    return caller.change(f"create{kind}", asked, SHOWN[kind])


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        ("0", "0"),
        ("12.50", "12.5"),
        ("1234567.000001", "1234567.000001"),
        ("999999999999.999999", "999999999999.999999"),
        (0.1, "0.1"),
        ("1E3", "1000"),
    ],
)
def test_an_amount_is_told_just_as_it_was_stated(bea: Caller, granting: Granting, stated: Any, told: str) -> None:
    done = create(bea, granting, "Project", budget={"amount": stated, "currency": "EUR"})

    assert done["project"]["budget"] == {"amount": told, "currency": "EUR"}


def test_a_value_may_be_a_loss_and_a_budget_may_not(bea: Caller, granting: Granting) -> None:
    loss = {"amount": "-0.5", "currency": "EUR"}

    objective = create(bea, granting, "Objective", realisedValue=loss)
    initiative = create(bea, granting, "Initiative", budget=loss)

    told = objective["objective"]
    assert told["realisedValue"] == {"code": "EUR", "amount": "-0.5", "__typename": "Money"}
    assert told["expectedValue"] is None
    assert (initiative["code"], initiative["message"][:6]) == ("BAD_VALUE", "budget")


@pytest.mark.parametrize(
    "money",
    [
        {"amount": "1.0000001", "currency": "EUR"},
        {"amount": "1000000000001", "currency": "EUR"},
        {"amount": "1", "currency": "eur"},
        {"amount": "1", "currency": "EURO"},
        {"amount": "1e999999", "currency": "EUR"},
        {"amount": "1e-999999", "currency": "EUR"},
        {"amount": "NaN", "currency": "EUR"},
        {"amount": "-Infinity", "currency": "EUR"},
    ],
)
def test_money_that_cannot_be_stored_exactly_is_refused(bea: Caller, granting: Granting, money: Any) -> None:
    done = create(bea, granting, "Project", budget=money)

    assert (done["__typename"], done["code"]) == ("InvalidInput", "BAD_VALUE")


def test_what_is_absent_stays_and_null_clears_both_parts(bea: Caller, granting: Granting) -> None:
    id_ = create(bea, granting, "Initiative", budget=EUROS)["initiative"]["id"]

    renamed = bea.change("updateInitiative", {"id": id_, "title": "Bets"}, SHOWN["Initiative"])
    cleared = bea.change("updateInitiative", {"id": id_, "budget": None}, SHOWN["Initiative"])

    assert renamed["initiative"]["budget"] == EUROS
    assert (cleared["initiative"]["budget"], cleared["initiative"]["revision"]) == (None, 3)
    held = "MATCH (n:Node {id: $id}) WHERE n.ws = $ws RETURN [key IN keys(n) WHERE key STARTS WITH 'budget']"
    assert granting.value(held, id=id_) == []


def test_an_objective_is_closed_with_what_it_was_worth(bea: Caller, granting: Granting) -> None:
    asked = {"id": granting.ids["Grow"], "outcome": "ACHIEVED", "realisedValue": EUROS}

    done = bea.change("closeObjective", asked, SHOWN["Objective"])

    assert done["objective"]["realisedValue"]["amount"] == EUROS["amount"]
    assert done["objective"]["revision"] == 2


def test_without_its_scope_money_is_null_and_an_error_names_the_scope(
    bea: Caller, editor: Caller, granting: Granting
) -> None:
    id_ = create(bea, granting, "Project", budget=EUROS)["project"]["id"]

    answer = editor.answer("query($id: ID!) { project(id: $id) { title budget { amount } } }", id=id_)

    assert answer["data"]["project"] == {"title": "Bet", "budget": None}
    [error] = answer["errors"]
    assert error["extensions"]["code"] == "FORBIDDEN"
    assert "cost:read" in error["message"]


@pytest.mark.parametrize("money", [EUROS, None])
def test_without_its_scope_money_is_neither_stated_nor_cleared(
    bea: Caller, editor: Caller, granting: Granting, money: Any
) -> None:
    id_ = create(bea, granting, "Initiative", budget=EUROS)["initiative"]["id"]

    done = [
        editor.change("updateInitiative", {"id": id_, "budget": money}),
        editor.change("closeObjective", {"id": granting.ids["Grow"], "outcome": "MISSED", "realisedValue": money}),
    ]
    created = editor.change("createObjective", {"title": "Bet", "space": granting.ids["open"], "expectedValue": EUROS})

    assert [(each["__typename"], each["code"]) for each in (*done, created)] == [("NotPermitted", "FORBIDDEN")] * 3
    assert all("cost:write" in each["message"] for each in (*done, created))


def test_of_an_upsert_only_the_items_that_state_money_are_refused(bea: Caller, granting: Granting) -> None:
    granting.grant("open", granting.client("robot"), SpaceRole.EDITOR)
    nodes = [
        {"externalType": "bet", "externalId": str(place), "space": {"id": granting.ids["open"]}, "holds": holds}
        for place, holds in enumerate(
            [
                {"project": {"title": "Free", "status": "ACTIVE"}},
                {"project": {"title": "Dear", "status": "ACTIVE", "budget": EUROS}},
            ]
        )
    ]
    shown = "... on WorkUpserted { results { outcome id code } }"

    def upserted(scope: str) -> Any:
        robot = granting.caller("robot", client_id="robot", source="tracker", scope=f"work:read sync:write {scope}")
        return robot.change("upsertWork", {"source": "tracker", "nodes": nodes, "atomic": False}, shown)["results"]

    without, with_, again = upserted(""), upserted("cost:write"), upserted("cost:write")

    assert [(each["outcome"], each["code"]) for each in without] == [("CREATED", None), ("REFUSED", "FORBIDDEN")]
    assert [each["outcome"] for each in with_] == ["UNCHANGED", "CREATED"]
    assert [each["outcome"] for each in again] == ["UNCHANGED", "UNCHANGED"]
    told = bea.data("query($id: ID!) { project(id: $id) { budget { amount currency } } }", id=with_[1]["id"])
    assert told["project"]["budget"] == EUROS


def test_wherever_money_can_be_stated_its_scope_is_said() -> None:
    stated = [
        f"{type_.name}.{name}"
        for type_ in SCHEMA.type_map.values()
        if is_input_object_type(type_)
        for name, field in type_.fields.items()
        if get_named_type(field.type).name == "MoneyInput"
    ]

    assert stated
    assert {needs.statements(SCHEMA).get(name) for name in stated} == {Scope.COST_WRITE}


def test_wherever_money_is_told_its_scope_is_said() -> None:
    told = [name for name, field in needs.beneath(SCHEMA) if get_named_type(field.type).name == "Money"]

    assert told
    assert {needs.guarded(SCHEMA).get(name) for name in told} == {Scope.COST_READ}
