"""Who may see what, in plain Python over the raw store: the oracle. Nothing of the product's reading is imported."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

NODES = """MATCH (n:Node|ExternalReference) WHERE n.ws IN $worlds
RETURN collect([coalesce(n.id, n.key), labels(n), properties(n)])"""
EDGES = "MATCH (a:Node)-[r]->(b:Node) WHERE a.ws IN $worlds RETURN collect([type(r), a.id, b.id, properties(r)])"
LINEAGE = ("PART_OF", "CONTRIBUTES_TO")

Proof = tuple[str, str, str]
"""What a token proves: the sort of principal, its issuer, its name."""


@dataclass(frozen=True, eq=False)
class Thing:
    """A node. What it holds is of any type that the store has, hence `Any`."""

    id: str
    kind: str
    space: str
    holds: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Edge:
    relation: str
    child: Thing
    parent: Thing
    holds: Mapping[str, Any]


@dataclass
class Store:
    """All that there is, of all workspaces."""

    things: dict[str, Thing]
    edges: list[Edge]

    def readable(self, workspace: str, proofs: Collection[Proof]) -> frozenset[str]:
        """The borders that somebody may look behind who proves these."""
        grantees = {
            thing.id
            for thing in self.things.values()
            if thing.kind == "Principal" and thing.holds["ws"] == workspace and proof_of(thing) in proofs
        }
        for relation in ("IS", "MEMBER_OF", "SUBTEAM_OF"):
            grantees = self.reached(grantees, relation)
        return frozenset({workspace, *(edge.parent.id for edge in self.of("GRANTED") if edge.child.id in grantees)})

    def reached(self, start: set[str], relation: str) -> set[str]:
        """These, and all that any number of such steps leads to."""
        found: set[str] = set()
        while start - found:
            found |= start
            start = {edge.parent.id for edge in self.of(relation) if edge.child.id in found}
        return found

    def of(self, relation: str) -> Iterator[Edge]:
        return (edge for edge in self.edges if edge.relation == relation)


def proof_of(principal: Thing) -> Proof:
    holds = principal.holds
    everyone = holds["principalKind"] == "EVERYONE"
    return (holds["principalKind"], "", "") if everyone else (holds["principalKind"], holds["issuer"], holds["name"])


def store_of(nodes: Sequence[Any], edges: Sequence[Any]) -> Store:
    """From what the store's own rows say."""
    things = {
        id_: Thing(id_, (set(labels) - {"Node", "WorkNode"}).pop(), holds["space"], holds)
        for id_, labels, holds in nodes
    }
    return Store(
        things, [Edge(relation, things[child], things[parent], held) for relation, child, parent, held in edges]
    )


Row = tuple[Thing, Edge | None]


@dataclass
class Sight:
    """The store as somebody sees it: what lies behind readable borders, and edges of which both ends do."""

    store: Store
    readable: frozenset[str]
    up: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))
    down: dict[str, list[Edge]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for edge in self.store.edges:
            if self.sees(edge.child) and self.sees(edge.parent):
                self.up[edge.child.id].append(edge)
                self.down[edge.parent.id].append(edge)

    def sees(self, thing: Thing | None) -> bool:
        return thing is not None and thing.space in self.readable

    @cached_property
    def things(self) -> list[Thing]:
        return [thing for thing in self.store.things.values() if self.sees(thing)]

    def thing(self, identifier: str) -> Thing | None:
        """The thing with this id, if it is seen."""
        thing = self.store.things.get(identifier)
        return thing if self.sees(thing) else None

    def above(self, thing: Thing, relations: Collection[str]) -> list[Row]:
        return [(edge.parent, edge) for edge in self.up[thing.id] if edge.relation in relations]

    def below(self, thing: Thing, relations: Collection[str]) -> list[Row]:
        return [(edge.child, edge) for edge in self.down[thing.id] if edge.relation in relations]

    def far(self, thing: Thing, *, up: bool) -> list[Row]:
        """All that any number of steps of lineage leads to, each once."""
        found: dict[str, Thing] = {}
        open_ = [thing]
        while open_:
            steps = (self.above if up else self.below)(open_.pop(), LINEAGE)
            fresh = {other.id: other for other, _ in steps if other.id not in found}
            found |= fresh
            open_ += fresh.values()
        return [(other, None) for other in found.values()]

    def paths(self, thing: Thing) -> Iterator[list[Thing]]:
        """Every way up, with both ends."""
        for parent, _ in self.above(thing, LINEAGE):
            yield [thing, parent]
            for further in self.paths(parent):
                yield [thing, *further]
