"""What a search tells of the work that it finds is told by that work alone."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from api.local.address import LocalServer
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions

SEARCH = '{ search(text: "merger plans") { totalCount edges { cursor score node { title } } pageInfo { endCursor } } }'


def vault(server: LocalServer, *titles: str) -> Questions:
    """A workspace with two pieces of work in one space, and with these in another."""
    here = Building()
    here.space("home")
    here.space("vault")
    here.work("Objective", "The merger: plans")
    here.work("Objective", "All plans", description="with a merger in them")
    for title in titles:
        here.work("Objective", title, space="vault")
    return questions(server, f"search-{uuid4().hex}", here)


def told(here: Questions) -> Mapping[str, Any]:
    answer = here.ask(SEARCH, here.reader("home"))
    assert answer.errors == []
    found: Mapping[str, Any] = answer.data["search"]
    return found


def test_a_score_does_not_tell_how_often_a_word_is_met_in_what_is_hidden(neo4j: LocalServer) -> None:
    alone = vault(neo4j)
    before = told(alone)

    beside_many = vault(neo4j, *(f"Merger {number}" for number in range(20)))

    assert told(alone) == before
    assert scores(told(beside_many)) == scores(before)
    assert before["totalCount"] == 2


def scores(found: Mapping[str, Any]) -> list[Any]:
    return [(edge["score"], edge["node"]["title"]) for edge in found["edges"]]
