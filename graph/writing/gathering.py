"""What an upsert must know before it is judged: read in one statement, hidden rows too, for the judge alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..ids import kind_of
from ..records.states import ReferenceRole
from ..relations import RELATION
from ..statements import Statement
from .edges import Edge
from .identities import Identity, checked, identity_key
from .nodes import Node
from .references import Reference
from .stated import Upsert
from .unfit import Unfit

GATHER = Statement(
    "graph.writing", "gather", sees_all="The rules hold over what is hidden too; the judge alone sees it."
)

KEPT_BESIDE = frozenset({"id", "ws", "space", "rank", "revision", "since", "createdAt", "updatedAt"})
"""What a live node holds besides what can be stated of it."""


@dataclass(frozen=True)
class Gathered:
    """The nodes that are there, by what they are called, and the live edges of the children, by their ids."""

    nodes: Mapping[Identity, Node]
    edges: Mapping[str, Sequence[Edge]]


def asked_for(workspace: str, upsert: Upsert) -> dict[str, list[str]]:
    """The keys that are looked up: of all that is named, and of the children whose links are stated."""
    children = {link.child for link in upsert.links}
    others = {identity for node in upsert.nodes for identity in (node.identity, node.space, node.subject) if identity}
    named = children | others | {link.parent for link in upsert.links}
    return {"identities": keys_of(workspace, named), "children": keys_of(workspace, children)}


def keys_of(workspace: str, identities: Iterable[Identity]) -> list[str]:
    """The keys, without those of identities that can be nobody's."""
    return sorted(identity_key(workspace, identity) for identity in identities if is_possible(identity))


def is_possible(identity: Identity) -> bool:
    try:
        checked(identity)
    except Unfit:
        return False
    return True


def gathered_from(nodes: Iterable[Any], edges: Iterable[Any]) -> Gathered:
    """What gather.cypher answers, in our words. `Any`, as rows come in any shape that Cypher can return."""
    by_child: defaultdict[str, list[Edge]] = defaultdict(list)
    for row in edges:
        edge = edge_from(*row)
        by_child[edge.child].append(edge)
    found = (node_from(*row) for row in nodes)
    return Gathered(
        {reference.identity: node for node in found for reference in node.references if is_own(reference)}, by_child
    )


def edge_from(child: str, relation: str, parent: str, held: Mapping[str, Any]) -> Edge:
    """An edge with what it holds, of any type that the store has: hence `Any`."""
    holds = {name: held.get(name) for name in RELATION[relation].holds}
    return Edge(held["id"], child, relation, parent, held.get("source"), holds)


def is_own(reference: Reference) -> bool:
    return reference.role is ReferenceRole.IDENTITY


def node_from(identifier: str, held: Mapping[str, Any], references: Iterable[Any]) -> Node:
    kind = kind_of(identifier)
    if kind is None:
        raise LookupError(f"No kind has ids like {identifier}.")
    stated = {name: value for name, value in held.items() if name not in KEPT_BESIDE}
    known = frozenset(reference_from(*row) for row in references)
    return Node(identifier, kind.name, held["space"], held["revision"], stated, known)


def reference_from(role: str, source: str, external_type: str, external_id: str, url: str, stated_by: str) -> Reference:
    return Reference(ReferenceRole[role], Identity(source, external_type, external_id), url, stated_by)
