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
from .identities import Identity, Key, Name, checked, identity_key
from .nodes import Node
from .references import Reference
from .stated import Upsert
from .unfit import Unfit

GATHER = Statement(
    "graph.writing", "gather", sees_all="The rules hold over what is hidden too; the judge alone sees it."
)

KEPT_BESIDE = frozenset(
    {"id", "ws", "space", "rank", "revision", "since", "createdAt", "updatedAt", "archivedAt", "archivedBy"}
)
"""What a live node holds besides what can be stated of it."""


@dataclass(frozen=True)
class Gathered:
    """The nodes that are there, the live edges of the children, by their ids, and the spaces of the edges' parents."""

    nodes: Sequence[Node]
    edges: Mapping[str, Sequence[Edge]]
    spaces: Mapping[str, str]


def asked_for(workspace: str, upsert: Upsert) -> dict[str, list[str]]:
    """What is looked up, by key or by id: all that is named, and the children whose links are stated."""
    keys = keys_in(upsert)
    children = {link.child for link in upsert.links} | set(upsert.bare)
    others = {name for node in upsert.nodes for name in (node.identity, node.space, node.subject, node.person) if name}
    named = children | others | {link.parent for link in upsert.links}
    return {
        "identities": keys_of(workspace, identities_in(named, keys)),
        "ids": sorted(name for name in named if isinstance(name, str)),
        "children": keys_of(workspace, identities_in(children, keys)),
        "childIds": sorted(name for name in children if isinstance(name, str)),
    }


def keys_in(upsert: Upsert) -> dict[Key, Identity]:
    """What the upsert's own keys stand for; of nodes with the same one, for the first."""
    return {Key(node.key): node.identity for node in reversed(upsert.nodes) if node.key is not None}


def identities_in(names: Iterable[Name], keys: Mapping[Key, Identity]) -> set[Identity]:
    """Those that are identities, or keys that stand for one."""
    found = (keys.get(name) if isinstance(name, Key) else name for name in names)
    return {name for name in found if isinstance(name, Identity)}


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
    spaces: dict[str, str] = {}
    for *row, space in edges:
        edge = edge_from(*row)
        by_child[edge.child].append(edge)
        spaces[edge.parent] = space
    return Gathered([node_from(*row) for row in nodes], by_child, spaces)


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
