"""What a source states reaches the graph by the names that the schema publishes."""

from typing import Any

import pytest

from graph.writing.identities import Identity, Key
from graph.writing.placing import SPEAKS_OF
from graph.writing.properties import PROPERTIES
from graph.writing.stated import StatedLink, StatedReference
from resolvers.upserting import KIND_OF, child_from, name_from, node_from
from schema.query import create_schema

SCHEMA = create_schema()._schema


def input_fields(name: str) -> Any:
    """Those of an input type, by name."""
    type_: Any = SCHEMA.type_map[name]
    return type_.fields


@pytest.mark.parametrize("kind", KIND_OF.values())
def test_all_that_a_kind_holds_can_be_stated_by_the_name_that_it_has_in_the_store(kind: str) -> None:
    beside = set(SPEAKS_OF.get(kind, ()))

    assert set(input_fields(f"Upsert{kind}Input")) == {row.stored for row in PROPERTIES[kind].values()} | beside


def test_the_kinds_are_those_that_the_schema_offers() -> None:
    assert set(input_fields("UpsertHoldsInput")) == set(KIND_OF)
    assert "Space" not in KIND_OF.values()


def test_what_is_absent_is_not_stated_and_null_is() -> None:
    node = {"externalType": "issue", "externalId": "7"}
    bare = node_from("hub", {**node, "holds": {"objective": {"title": "Faster", "startOn": None}}})
    cleared = node_from("hub", {**node, "holds": {"objective": {}}, "references": None})
    issue = {"source": "wiki", "externalType": "page", "externalId": "1"}
    related = node_from("hub", {**node, "holds": {"objective": {}}, "references": [issue], "key": "k"})

    assert (bare.properties, bare.references, bare.key) == ({"title": "Faster", "start_on": None}, None, None)
    assert cleared.references == ()
    assert (related.references, related.key) == ((StatedReference("wiki", "page", "1"),), "k")


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ({"id": "obj_1"}, "obj_1"),
        ({"key": "k"}, Key("k")),
        ({"reference": {"externalType": "issue", "externalId": "7"}}, Identity("hub", "issue", "7")),
        ({"reference": {"source": None, "externalType": "issue", "externalId": "7"}}, Identity("hub", "issue", "7")),
        ({"reference": {"source": "wiki", "externalType": "page", "externalId": "1"}}, Identity("wiki", "page", "1")),
        ({"reference": {"source": "", "externalType": "page", "externalId": "1"}}, Identity("", "page", "1")),
    ],
)
def test_a_node_is_named_in_three_ways(sent: Any, name: Any) -> None:
    assert name_from("hub", sent) == name


def test_a_link_holds_what_was_sent() -> None:
    relation: Any = input_fields("UpsertLinkInput")["relation"].type.of_type.parse_value("PART_OF")
    sent = {"relation": relation, "parent": {"key": "p"}, "share": None, "weight": 2.0}

    assert child_from("hub", {"child": {"key": "c"}, "links": [sent]}).links == (
        StatedLink(Key("c"), "PART_OF", Key("p"), {"share": None, "weight": 2.0}),
    )
