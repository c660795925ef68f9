"""A further kind and a further relation are read, paged and filtered without a line of the engine."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType
from typing import Optional

import pytest
import strawberry

from api.local.server import LocalServer
from graph import kinds
from graph.database import Database, Transaction
from graph.kinds import Kind
from graph.reading.sources import Reach, incoming, outgoing
from graph.records.words import Node, holds
from graph.relations import Relation, pairs
from resolvers import published as publishing
from resolvers.execution import CompiledSchema
from resolvers.fields import by_id, by_ids, listed, pages, related
from resolvers.filters import reached, reached_one, where
from resolvers.filters import tested as compared
from resolvers.scopes import Scope
from resolvers.types import published
from schema import around
from schema.comparisons import IntComparison, TextComparison
from schema.comparisons import Test as Quantified
from schema.pages import Connection
from schema.scalars import config
from schema.sorts import NamedOrder
from tests.fixtures.building import Building
from tests.fixtures.questions import Questions, questions, with_database

FOLLOWS = Relation("FOLLOWS", "A ship follows another.", pairs(Ship="Ship"), single=True, acyclic=True)
SHIP = ("Ship",)


@dataclass(kw_only=True)
class ShipRecord(Node):
    """Something that sails."""

    name: str = holds("What it is called.")
    guns: int | None = holds("How many guns it has.")


@where("Which ships.")
class ShipWhere:
    name: TextComparison | None = compared("By name.")
    guns: IntComparison | None = compared("By guns.")
    leader: Optional["ShipWhere"] = reached_one(outgoing(FOLLOWS), SHIP, "By the one that it follows.")
    followers: Quantified["ShipWhere"] | None = reached(incoming(FOLLOWS), SHIP, "By those that follow it.")
    fleet: Quantified["ShipWhere"] | None = reached(Reach(incoming(FOLLOWS)), SHIP, "By all behind it.")


@published
class Ship(ShipRecord, around.Node):
    leader: Optional["Ship"] = related(outgoing(FOLLOWS), "The one that it follows.")
    followers: Connection["Ship"] = pages(incoming(FOLLOWS), ShipWhere, NamedOrder, "Those that follow it.")


@strawberry.type(description="What can be read.")
class Query:
    ship: Ship | None = by_id(Scope.WORK_READ, "A ship.")
    ships: Connection[Ship] = listed(Scope.WORK_READ, ShipWhere, NamedOrder, "All ships.")
    nodes: list[around.Node | None] = by_ids(Scope.WORK_READ, "Whatever has these ids.")


SHIPS = """UNWIND [['Rose', 20], ['Lion', 40], ['Swan', null]] AS ship
    CREATE (n:Node:Ship {id: 'ship_' + ship[0], ws: $ws, space: $space, name: ship[0], guns: ship[1], createdAt: 0})
    WITH collect(n) AS ships UNWIND range(1, size(ships) - 1) AS i WITH ships[i] AS child, ships[i - 1] AS parent
    CREATE (child)-[:FOLLOWS]->(parent) RETURN count(*)"""


@pytest.fixture
def fleet(neo4j: LocalServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[Questions]:
    """The Lion follows the Rose, and the Swan the Lion. They are stored as any node is, and none of ours."""
    named = {**kinds.KIND, "Ship": Kind("Ship", "ship", ShipRecord)}
    monkeypatch.setattr(publishing, "KIND", MappingProxyType(named))
    here = Building()
    here.space("home")
    asked = questions(neo4j, "growing", here)

    async def change(database: Database, text: str) -> None:
        async def work(transaction: Transaction, _: int) -> None:
            await transaction.row(text, {"ws": asked.workspace, "space": asked.ids["home"]})

        await database.changed(work, timeout=10)

    with_database(neo4j, lambda database: change(database, SHIPS))
    asked.schema = CompiledSchema(Query, None, (), config(), 100)
    yield asked
    with_database(neo4j, lambda database: change(database, "MATCH (n:Ship {ws: $ws}) DETACH DELETE n RETURN count(n)"))


def test_a_new_kind_and_relation_are_read_paged_and_filtered(fleet: Questions) -> None:
    text = """{ ship(id: "ship_Lion") { name leader { name } followers { totalCount nodes { name guns } } }
        first: ships(first: 2, orderBy: [{field: NAME}]) { nodes { name } pageInfo { hasNextPage } }
        armed: ships(where: {guns: {gte: 20}, fleet: {some: {guns: {isNull: true}}}}) { totalCount nodes { name } }
        led: ships(where: {leader: {name: {eq: "Lion"}}, followers: {every: {guns: {gt: 0}}}}) { nodes { name } }
        nodes(ids: ["ship_Swan", "ship_none"]) { __typename id } }"""

    told = fleet.ask(text, fleet.reader("home"))

    assert told.errors == []
    assert told.data == {
        "ship": {
            "name": "Lion",
            "leader": {"name": "Rose"},
            "followers": {"totalCount": 1, "nodes": [{"name": "Swan", "guns": None}]},
        },
        "first": {"nodes": [{"name": "Lion"}, {"name": "Rose"}], "pageInfo": {"hasNextPage": True}},
        "armed": {"totalCount": 2, "nodes": [{"name": "Lion"}, {"name": "Rose"}]},
        "led": {"nodes": [{"name": "Swan"}]},
        "nodes": [{"__typename": "Ship", "id": "ship_Swan"}, None],
    }
    assert len(told.texts) == 5


def test_a_new_kind_is_hidden_as_all_others_are(fleet: Questions) -> None:
    told = fleet.ask('{ ships { totalCount } ship(id: "ship_Lion") { name } }', fleet.reader())

    assert told.data == {"ships": {"totalCount": 0}, "ship": None}
