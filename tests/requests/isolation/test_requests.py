"""Over HTTP, with real tokens: reads answer the same, and changes tell of the hidden what they tell of the absent."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from graphql import parse, validate

from schema.query import create_schema
from tests.requests.identity.issuing import Issuer
from tests.requests.isolation.asking import Question
from tests.requests.isolation.crowd import Crowd
from tests.requests.isolation.mutations import Mutations
from tests.requests.isolation.operations import VARIABLES
from tests.requests.isolation.pool import pool_of
from tests.requests.isolation.visiting import Visitor, absent, without_chance

SCHEMA = create_schema()._schema
MUTATIONS: Any = SCHEMA.mutation_type
ROUNDS = max(1, int(os.environ.get("GOLDENTHREAD_ISOLATION", "2")) // 10)

VIEWER = """{ viewer { id issuer subject client source scopes workspace { id name } spaces { id name role }
person { id name } } }"""


def test_over_http_the_same_is_told(crowd: Crowd, visitors: list[Visitor]) -> None:
    found: list[str] = []
    for seed in range(ROUNDS):
        text = crowd.written(seed).text
        variables = {**VARIABLES, "after": None}
        answers = crowd.runner.run(crowd.asking.together(Question(text, variables), crowd.viewers))
        for visitor, answer in zip(visitors, answers, strict=True):
            response = visitor.response(text, variables)
            found += visitor.faults(text, response)
            if without_cursors(response.json()["data"]) != without_cursors(answer.data):
                found.append(f"{visitor.name} is told otherwise over HTTP.\n{text}\n{response.text}\n{answer.text}")

    assert found[:3] == []


def without_cursors(value: Any) -> Any:
    """An answer of any shape, without what the two seal with secrets of their own."""
    if isinstance(value, list):
        return [without_cursors(each) for each in value]
    if isinstance(value, dict):
        return {key: without_cursors(each) for key, each in value.items() if "ursor" not in key}
    return value


@pytest.mark.parametrize("name", sorted(MUTATIONS.fields))
def test_a_change_tells_of_the_hidden_what_it_tells_of_the_absent(
    crowd: Crowd, visitors: list[Visitor], name: str
) -> None:
    some = Random(name).sample(visitors, 4)  # noqa: S311 - a game, not a secret
    found = [fault for seed in range(ROUNDS) for fault in faults_of(crowd, some, name, seed)]

    assert found[:3] == []


def faults_of(crowd: Crowd, visitors: list[Visitor], name: str, seed: int) -> Iterator[str]:
    chance = Random(f"{name} {seed}")  # noqa: S311 - a game, not a secret
    for visitor in visitors:
        text = Mutations(SCHEMA, pool_of(crowd.scene, chance), chance.randrange(2**32)).mutation(name)
        assert validate(SCHEMA, parse(text)) == [], text
        response = visitor.response(text, {})
        yield from visitor.faults(text, response)
        if hidden := visitor.hidden_ids(text):
            other = visitor.response(absent(text, hidden), {})
            if without_chance(response.text, hidden) != without_chance(other.text, hidden):
                yield f"{visitor.name} is told otherwise of nobody's ids.\n{text}\n{response.text}\n{other.text}"


def test_a_dry_run_writes_nothing_and_says_so(crowd: Crowd, visitors: list[Visitor]) -> None:
    before = crowd.runner.run(crowd.stored())

    for name in sorted(MUTATIONS.fields):
        assert list(faults_of(crowd, visitors[:1], name, 1_000)) == []

    after = crowd.runner.run(crowd.stored())
    assert {thing.id: thing.holds for thing in after.things.values()} == {
        thing.id: thing.holds for thing in before.things.values()
    }


def test_a_viewer_is_told_of_the_own_spaces_alone(visitors: list[Visitor]) -> None:
    for visitor in visitors:
        response = visitor.response(VIEWER, {})

        told = response.json()["data"]["viewer"]
        own = f'{told["id"]} "{told["subject"]}" "{told["client"]}"'
        assert list(visitor.faults(own, response)) == []
        assert {space["id"] for space in told["spaces"]} | {told["workspace"]["id"]} == visitor.sight.readable


def test_a_key_of_somebody_else_is_nobodys(visitors: list[Visitor]) -> None:
    text = 'mutation { it: createSpace(input: {name: "Mine"}, idempotencyKey: "k1") { ...Told } }'
    text += " fragment Told on SpaceChanged { replayed space { id } }"
    by_name = {visitor.name: visitor for visitor in visitors}

    told = [by_name[name].response(text, {}).json()["data"]["it"] for name in ("olga", "ann", "the other ann")]

    assert [each["replayed"] for each in told] == [False, False, False]
    assert len({json.dumps(each["space"]) for each in told}) == 3


def test_a_client_that_nothing_was_granted_has_keys_of_its_own(
    crowd: Crowd, visitors: list[Visitor], issuer: Issuer
) -> None:
    """It is kept from its first change on, and its keys are the same before and after."""
    text = 'mutation { it: createSpace(input: {name: "Mine"}, idempotencyKey: "k2") { ...Told } }'
    text += " fragment Told on SpaceChanged { replayed space { id } }"
    claims = {"workspace": crowd.scene.subjects[0].workspace, "scope": "work:read access:manage"}
    fresh, other = (
        replace(visitors[0], token=issuer.token(**claims, sub=name, client_id=name)) for name in ("fresh", "other")
    )

    first, foreign, again = (each.response(text, {}).json()["data"]["it"] for each in (fresh, other, fresh))

    assert (first["replayed"], foreign["replayed"], again["replayed"]) == (False, False, True)
    assert again["space"] == first["space"] != foreign["space"]
