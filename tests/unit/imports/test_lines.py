"""A line is an entry of `nodes` or of `children` of an upsert; any other says what is wrong with it."""

import json
from functools import cache
from typing import Any

import pytest

from graph.changes.upserting import StatedChild
from graph.jobs.lines import BadLine, Line
from graph.writing.identities import Identity
from graph.writing.stated import StatedLink, StatedNode
from resolvers.lines import LONGEST, Lines, source_in
from schema.query import create_schema

NODE = {"externalType": "issue", "externalId": "7", "holds": {"workItem": {"title": "Parse", "flowState": "NEW"}}}
CHILD = {"child": {"reference": {"externalType": "issue", "externalId": "7"}}, "links": []}


@cache
def lines() -> Lines:
    return Lines(create_schema(), "tracker")


def read(line: Any, number: int = 2) -> Line | None:
    return lines().line(number, line if isinstance(line, bytes) else json.dumps(line).encode())


def wrong(line: Any, number: int = 2) -> str:
    """What is said of a line that states nothing."""
    found = read(line, number)
    assert found
    assert isinstance(found.states, BadLine)
    return str(found.states)


def test_a_node_is_read_in_the_words_of_an_upsert() -> None:
    found = read(NODE)

    assert found
    assert isinstance(found.states, StatedNode)
    assert found.states.identity == Identity("tracker", "issue", "7")
    assert (found.states.kind, found.states.properties["title"]) == ("WorkItem", "Parse")


def test_the_links_of_a_child_are_read_in_the_words_of_an_upsert() -> None:
    epic = {"source": "roadmap", "externalType": "epic", "externalId": "E1"}
    found = read({**CHILD, "links": [{"relation": "CONTRIBUTES_TO", "parent": {"reference": epic}, "share": 0.5}]})

    child, parent = Identity("tracker", "issue", "7"), Identity("roadmap", "epic", "E1")
    assert found
    assert found.states == StatedChild(child, (StatedLink(child, "CONTRIBUTES_TO", parent, {"share": 0.5}),))


def test_an_empty_line_and_a_first_one_that_names_the_source_state_nothing_and_are_not_wrong() -> None:
    assert read(b" \n") is None
    assert read({"source": "tracker"}, number=1) is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"cut off', "not JSON"),
        (b"\xff", "not JSON"),
        (b"[]", "no JSON object"),
        (b'{"n": 1}', "externalType"),
        (b" " * LONGEST + b"{}", "more than 1048576 bytes"),
        ({**NODE, "colour": "red"}, "colour"),
        ({**NODE, "holds": {"workItem": {"title": 7}}}, "holds.workItem.title: "),
        ({**NODE, "holds": {"workItem": {"flowState": "HOT"}}}, "holds.workItem.flowState: "),
        ({**NODE, "holds": {"dragon": {}}}, "dragon"),
        ({**NODE, "holds": {}}, "exactly one"),
        ({**NODE, "holds": {"team": None}}, "team"),
        ({**NODE, "key": "k"}, "by `reference` or by `id`"),
        ({**NODE, "space": {"key": "k"}}, "by `reference` or by `id`"),
        ({**CHILD, "child": {"key": "k"}}, "by `reference` or by `id`"),
        ({"links": []}, "child"),
        ({"source": "tracker"}, "externalType"),
        ({**CHILD, "links": [{"relation": "ASKS", "parent": {"id": f"tea_{n}"}} for n in range(1_001)]}, "1001 links"),
    ],
)
def test_what_states_no_item_says_what_to_write(line: Any, said: str) -> None:
    assert said in wrong(line)


def test_the_place_of_a_fault_comes_first() -> None:
    assert wrong({**NODE, "holds": {"workItem": {"title": 7}}}).startswith("holds.workItem.title: ")


def test_a_first_line_that_names_another_source_is_wrong() -> None:
    assert wrong({"source": "other"}, number=1)


@pytest.mark.parametrize("line", [b"", b"{", b'{"source": 7}', json.dumps(NODE).encode(), b'{"source": "a", "b": 1}'])
def test_a_file_that_does_not_begin_with_its_source_is_refused(line: bytes) -> None:
    with pytest.raises(BadLine):
        source_in(line)
