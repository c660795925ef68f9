"""Whose bucket is spent from, and what the settings make of it."""

import asyncio
from dataclasses import replace

import pytest

from api.budgets.budgets import Budgets, budgets, caller
from api.budgets.own import CALLERS, OwnBuckets
from api.settings import Settings
from graph.access.principals import Principal
from graph.records.states import PrincipalKind
from resolvers.viewer import Viewer

ADA = Principal(PrincipalKind.SUBJECT, "https://issuer.example.org", "ada")
VIEWER = Viewer("acme", "prn_1", "explorer", frozenset(), {}, principals=(ADA,))


@pytest.mark.parametrize(
    "other",
    [
        replace(VIEWER, workspace="other"),
        replace(VIEWER, client="partner"),
        replace(VIEWER, principals=(replace(ADA, name="bob"),)),
        replace(VIEWER, principals=(replace(ADA, issuer="https://other.example.org"),)),
    ],
)
def test_each_principal_of_each_workspace_by_each_client_has_a_bucket_of_its_own(other: Viewer) -> None:
    assert caller(other) != caller(VIEWER)
    assert caller(replace(VIEWER, principals=(ADA, Principal(PrincipalKind.GROUP, "x", "y")))) == caller(VIEWER)


def opened(**given: object) -> Budgets:
    async def made() -> Budgets:
        async with budgets(Settings(**given)) as these:  # type: ignore[arg-type]
            return these

    return asyncio.run(made())


def test_no_request_may_cost_more_than_a_bucket_ever_holds() -> None:
    assert opened(cost_per_request=500, cost_per_minute=100).of(VIEWER).most == 100
    assert opened(cost_per_request=100, cost_per_minute=500).of(VIEWER).most == 100


def test_without_a_limit_nobody_counts() -> None:
    budget = opened(cost_per_minute=0, cost_per_request=7).of(VIEWER)

    assert budget.most == 7
    assert asyncio.run(budget.spend(10**9)) is None


def test_callers_that_come_once_take_no_memory_for_ever() -> None:
    buckets = OwnBuckets(100)

    async def crowd() -> None:
        for number in range(CALLERS + 1000):
            await buckets.spend(str(number), 1)

    asyncio.run(crowd())

    assert len(buckets.kept) <= CALLERS
