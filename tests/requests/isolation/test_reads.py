"""Whatever is asked by whomever: nothing hidden is told, counted or passed through, and nothing changes without it."""

import os
from typing import Any

from graphql import get_named_type, is_object_type
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from schema.query import create_schema
from tests.requests.isolation.crowd import Crowd
from tests.requests.isolation.lists import is_taught

ROUNDS = int(os.environ.get("GOLDENTHREAD_ISOLATION", "2"))
"""How often a handful of documents is asked by everyone: at least 100 operations each."""

NOT_OF_THE_GRAPH = {"Viewer"}
"""What is told of the token, and is asked over HTTP."""


def test_the_product_knows_the_spaces_that_each_was_granted(crowd: Crowd) -> None:
    known = [set(viewer.readable) for viewer in crowd.viewers]

    assert known == [sight.readable for sight in crowd.sights]
    assert len({sight.readable for sight in crowd.sights}) > 6


def test_the_oracle_knows_whatever_leads_from_one_thing_to_others() -> None:
    """A field that it does not know is to be taught in lists.py."""
    types: Any = create_schema()._schema.type_map.values()

    untaught = [
        f"{type_.name}.{name}"
        for type_ in types
        if is_object_type(type_) and "id" in type_.fields and type_.name not in NOT_OF_THE_GRAPH
        for name, field in type_.fields.items()
        if {"id", "totalCount"} & set(getattr(get_named_type(field.type), "fields", ()))
        and not is_taught(type_.name, name)
    ]

    assert untaught == []


def test_answers_are_those_of_a_graph_in_which_nothing_is_hidden(crowd: Crowd) -> None:
    @settings(
        max_examples=ROUNDS,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.generate],
    )
    @given(st.lists(st.integers(0, 2**32), min_size=5, max_size=8, unique=True))
    def answers_are(seeds: list[int]) -> None:
        faults = crowd.faults(seeds)

        assert faults[:3] == []

    answers_are()

    assert crowd.operations >= 100 * ROUNDS
