"""Linking one piece of work to others, and unlinking it: each judged beside all edges that leave the child."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..database import Transaction
from ..refusals import NotFound
from ..relations import MILLIONTHS, OWNED_BY, Relation
from ..writing.edges import Edge, distinction, stored_holds
from ..writing.effects import Effects
from ..writing.kin import kin_of
from ..writing.linking import ends_message
from ..writing.nodes import Node
from ..writing.relinking import Links, relinked, step_of
from ..writing.rings import Rings, Step, group_of
from ..writing.shares import Wanted
from ..writing.unfit import Unfit
from .gathering import Known, asked_for
from .permitting import editable, require_weighing
from .verbs import NodeVerb

PARENT = ("input", "parent")


@dataclass(frozen=True)
class LinkNodes(NodeVerb):
    """Links a child to a parent, or changes what such a link holds. Answers the child's id.

    `holds` by the names of what the relation's edges hold. What is absent of a link that is there stays.
    """

    mutation: str
    child: str
    relation: Relation
    parent: str
    holds: Mapping[str, object]

    @property
    def payload(self) -> object:
        return [self.child, self.relation.name, self.parent, self.holds]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.child, self.parent], [self.child])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        child, parent = editable(known, "child", self.child), known.node("parent", self.parent)
        wanted = wanted_link(known, child, self.relation, parent, self.holds)
        effects = Effects(self.workspace, answer=child.id)
        if wanted.old is None or wanted.old.holds != wanted.holds:
            await relink(transaction, known, child, [wanted], (), effects)
        return effects


@dataclass(frozen=True)
class UnlinkNodes(NodeVerb):
    """Closes the links of one relation between a child and a parent. Answers the child's id."""

    mutation: str
    child: str
    relation: Relation
    parent: str

    @property
    def payload(self) -> object:
        return [self.child, self.relation.name, self.parent]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.child, self.parent], [self.child])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        child, parent = editable(known, "child", self.child), known.node("parent", self.parent)
        closing = [edge for edge in known.edges if (edge.relation, edge.parent) == (self.relation.name, parent.id)]
        if not closing:
            raise NotFound(f"link {self.relation.name} to a parent", parent.id)
        effects = Effects(self.workspace, answer=child.id)
        await relink(transaction, known, child, (), closing, effects)
        return effects


@dataclass(frozen=True)
class ReplaceLink(NodeVerb):
    """Gives a child another parent by a relation of which it has at most one, or, with None, none. Answers its id."""

    mutation: str
    child: str
    relation: Relation
    parent: str | None

    @property
    def payload(self) -> object:
        return [self.child, self.parent]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.child, self.parent], [self.child])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        child, effects = editable(known, "child", self.child), Effects(self.workspace, answer=self.child)
        closing = [edge for edge in known.edges if edge.relation == self.relation.name]
        if self.parent is None:
            await relink(transaction, known, child, (), closing, effects)
            return effects
        parent = known.node("parent", self.parent)
        if [edge.parent for edge in closing] != [parent.id]:
            wanted = wanted_link(known, child, self.relation, parent, {})
            await relink(transaction, known, child, [wanted], closing, effects)
        return effects


@dataclass(frozen=True)
class SetOwners(NodeVerb):
    """Says who owns a piece of work: `owners` are pairs of an id, of a person or a team, and a role. Answers its id."""

    node: str
    owners: Sequence[tuple[str, str]]
    mutation = "setOwners"

    @property
    def payload(self) -> object:
        return [self.node, sorted(self.owners)]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.node, *(owner for owner, _ in self.owners)], [self.node])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        node, effects = editable(known, "node", self.node), Effects(self.workspace, answer=self.node)
        links = [
            wanted_link(known, node, OWNED_BY, known.node("owner", owner), {"role": role}, place)
            for place, (owner, role) in enumerate(dict.fromkeys(self.owners))
        ]
        stays = {link.old.id for link in links if link.old}
        closing = [edge for edge in known.edges if edge.relation == OWNED_BY.name and edge.id not in stays]
        await relink(transaction, known, node, [link for link in links if not link.old], closing, effects)
        return effects


def wanted_link(
    known: Known, child: Node, relation: Relation, parent: Node, holds: Mapping[str, object], place: int = 0
) -> Wanted:
    """A link that may be made by who asks for it. Raises Unfit, NotPermitted."""
    if (child.kind, parent.kind) not in relation.ends:
        raise Unfit("BAD_ENDS", ends_message(relation.name, child.kind, parent.kind), PARENT)
    stated = stored_holds(relation, holds)
    old = next((edge for edge in known.edges if is_same(edge, relation, parent, stated)), None)
    kept = {name: old.holds[name] for name in relation.holds if name not in holds} if old else {}
    held = {**stated, **kept}
    if held.get("weight", MILLIONTHS) != MILLIONTHS:
        require_weighing(known, child, parent)
    return Wanted(place, child.id, relation.name, parent.id, held, old)


def is_same(edge: Edge, relation: Relation, parent: Node, holds: Mapping[str, Any]) -> bool:
    same_key = distinction(relation, edge.holds) == distinction(relation, holds)
    return (edge.relation, edge.parent) == (relation.name, parent.id) and same_key


async def relink(
    transaction: Transaction,
    known: Known,
    child: Node,
    wanted: Sequence[Wanted],
    closing: Sequence[Edge],
    effects: Effects,
) -> None:
    """Makes and closes edges of one child, or raises why that cannot be."""
    steps = [step_of(link) for link in wanted if not link.old and group_of(step_of(link))]
    kin = await kin_of(transaction, steps) if steps else set()
    gone = {Step(edge.child, edge.relation, edge.parent) for edge in closing}
    faults, _ = relinked(child, Links(known.edges, wanted, closing, None), Rings(kin - gone), effects)
    for fault in faults.values():
        raise fault
