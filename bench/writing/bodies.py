"""What ours is asked: upserts of new items, and new titles."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .place import SOURCE, Place

UPSERT = """mutation($input: UpsertWorkInput!) { upsertWork(input: $input) { ... on WorkUpserted {
    counts { created unchanged } results { id outcome } } ... on Refusal { code message } } }"""
TITLE = """mutation($input: UpdateWorkItemInput!) { updateWorkItem(input: $input) {
    ... on WorkItemChanged { workItem { id title revision } } ... on Refusal { code message } } }"""


@dataclass(frozen=True)
class Stated:
    """An item of work, as a source states it."""

    external_id: str
    title: str
    description: str
    estimate: int


def items(batch: int, many: int) -> list[Stated]:
    """Those of a batch, which no other batch has."""
    return [
        Stated(f"{batch}-{number}", f"Item {number} of batch {batch}", "What is to be done. " * 5, number % 8 + 1)
        for number in range(many)
    ]


def upsert(place: Place, stated: Sequence[Stated]) -> bytes:
    """A node for each, and its link to the project: twice as many items for `upsertWork`."""
    given = {
        "source": SOURCE,
        "nodes": [a_node(place, item) for item in stated],
        "children": [a_child(place, item) for item in stated],
    }
    return asked(UPSERT, given)


def a_node(place: Place, item: Stated) -> Mapping[str, Any]:
    held = {
        "title": item.title,
        "description": item.description,
        "flowState": "ACTIVE",
        "sourceStatus": "In progress",
        "estimate": item.estimate,
    }
    name = {"externalType": "issue", "externalId": item.external_id}
    return {**name, "space": {"id": place.space}, "holds": {"workItem": held}}


def a_child(place: Place, item: Stated) -> Mapping[str, Any]:
    name = {"reference": {"externalType": "issue", "externalId": item.external_id}}
    return {"child": name, "links": [{"relation": "PART_OF", "parent": {"id": place.project}}]}


def titles(ids: Sequence[str], rounds: int) -> Iterator[bytes]:
    """New titles of all, in turn, as often as there are rounds: no request states what holds already."""
    for number in range(rounds):
        yield from (asked(TITLE, {"id": id_, "title": f"Title {number}"}) for id_ in ids)


def asked(text: str, given: Mapping[str, Any]) -> bytes:
    return json.dumps({"query": text, "variables": {"input": given}}).encode()
