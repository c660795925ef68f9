"""A rate holds from a day on, for a role or a team; whoever owns a space sets it, with the scope for money."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting

RATE = """... on CostRateChanged { costRate { id role startsOn revision team { name } perHour { amount currency } } }"""
ALL = "{ costRates { nodes { id role startsOn team { name } perHour { amount } } } }"
COSTS = "work:read cost:read cost:write"


@pytest.fixture
def owner(granting: Granting) -> Caller:
    granting.grant("open", granting.subject("olga"), SpaceRole.OWNER)
    return granting.caller("olga", scope=COSTS)


def set_rate(caller: Caller, of: dict[str, str], amount: str, starts_on: str = "2026-01-01") -> Any:
    asked = {"of": of, "perHour": {"amount": amount, "currency": "EUR"}, "startsOn": starts_on}
    return caller.change("setCostRate", asked, RATE)


def test_a_later_rate_leaves_what_held_before(owner: Caller) -> None:
    set_rate(owner, {"role": "Engineer"}, "80.25")

    set_rate(owner, {"role": "Engineer"}, "90", "2026-07-01")

    told = owner.data(ALL)["costRates"]["nodes"]
    held = sorted((rate["startsOn"], rate["role"], rate["perHour"]["amount"]) for rate in told)
    assert held == [("2026-01-01", "Engineer", "80.25"), ("2026-07-01", "Engineer", "90")]


def test_a_rate_of_the_same_day_is_corrected(owner: Caller) -> None:
    first = set_rate(owner, {"role": "Engineer"}, "80")["costRate"]

    again = set_rate(owner, {"role": "Engineer"}, "85")["costRate"]

    assert (again["id"], again["revision"], again["perHour"]["amount"]) == (first["id"], 2, "85")
    assert len(owner.data(ALL)["costRates"]["nodes"]) == 1


def test_of_many_who_set_one_rate_at_once_there_is_one(owner: Caller) -> None:
    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(lambda amount: set_rate(owner, {"role": "Engineer"}, str(amount)), range(8)))

    assert sorted(each["costRate"]["revision"] for each in done) == list(range(1, 9))
    assert len(owner.data(ALL)["costRates"]["nodes"]) == 1


def test_a_team_has_a_rate_of_its_own(owner: Caller, granting: Granting) -> None:
    done = set_rate(owner, {"team": granting.ids["Platform"]}, "100")["costRate"]

    assert (done["team"], done["role"]) == ({"name": "Platform"}, None)


@pytest.mark.parametrize(
    ("of", "amount", "code"),
    [
        ({"team": "Nan"}, "1", "WRONG_KIND"),
        ({"team": "team_0"}, "1", "NOT_FOUND"),
        ({"role": ""}, "1", "BAD_VALUE"),
        ({"role": "x" * 501}, "1", "BAD_VALUE"),
        ({"role": "Engineer"}, "-1", "BAD_VALUE"),
    ],
)
def test_a_rate_that_cannot_be_is_refused(
    owner: Caller, granting: Granting, of: dict[str, str], amount: str, code: str
) -> None:
    named = {name: granting.ids.get(value, value) for name, value in of.items()}

    assert set_rate(owner, named, amount)["code"] == code


def test_only_an_owner_of_some_space_sets_a_rate(granting: Granting) -> None:
    granting.grant("open", granting.subject("edda"), SpaceRole.EDITOR)

    refused = set_rate(granting.caller("edda", scope=COSTS), {"role": "Engineer"}, "1")

    assert (refused["code"], "OWNER" in refused["message"]) == ("NOT_PERMITTED", True)


def test_rates_are_told_and_set_with_their_scopes_alone(owner: Caller, granting: Granting) -> None:
    set_rate(owner, {"role": "Engineer"}, "80")
    other = granting.caller("olga", scope="work:read access:manage")
    set_ = """mutation { setCostRate(input: {of: {role: "E"}, startsOn: "2026-01-01",
        perHour: {amount: "1", currency: "EUR"}}) { __typename } }"""

    answers = [other.answer(ALL), other.answer(set_)]

    assert [answer["errors"][0]["extensions"]["code"] for answer in answers] == ["FORBIDDEN", "FORBIDDEN"]
    needed = [answer["errors"][0]["message"].partition(":")[0] for answer in answers]
    assert needed == ["`costRates` needs the scope cost", "`setCostRate` needs the scope cost"]
