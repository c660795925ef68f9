"""People, teams and periods, which belong to the whole workspace: made, changed, and put into each other."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..database import Transaction
from ..ids import new_id
from ..refusals import NotFound
from ..relations import MEMBER_OF, Relation
from ..writing.edges import Edge
from ..writing.effects import Effects
from ..writing.nodes import Node
from ..writing.shares import Wanted
from ..writing.stating import whole
from ..writing.unfit import Unfit
from ..writing.values import empty_lists, require_complete, stored_properties
from .gathering import Known, asked_for
from .linking import relink, wanted_link
from .permitting import expected
from .stating import JOINING, Stating, reach_of
from .updating import UpdateNode, changed_to
from .verbs import NodeVerb


@dataclass(frozen=True)
class CreateAround(NodeVerb):
    """Creates a person, a team or a period. `holds` by the names of the record's fields. Answers its id."""

    kind: str
    holds: Mapping[str, object]

    @property
    def mutation(self) -> str:
        return f"create{self.kind}"

    @property
    def payload(self) -> object:
        return self.holds

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        properties = empty_lists(self.kind) | stored_properties(self.kind, self.holds)
        require_complete(self.kind, properties)
        held = whole(self.kind, properties, {})
        node = Node(new_id(self.kind), self.kind, self.workspace, 0, held, frozenset())
        permits(known).require_changing(node)
        effects = Effects(self.workspace, answer=node.id)
        effects.create_node(node)
        return effects


class UpdateAround(UpdateNode):
    """Changes what a person, a team or a period holds."""

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        before = expected(of_kind(known, self.kind, self.id, "id"), self.expected_revision)
        permits(known).require_changing(before)
        return changed_to(before, stored_properties(self.kind, self.holds), Effects(self.workspace, answer=before.id))


@dataclass(frozen=True)
class Membership(NodeVerb):
    """What joining a team and leaving it have in common. Answers the person's id."""

    person: str
    team: str
    in_turn = True

    @property
    def payload(self) -> object:
        return [self.person, self.team]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.person, self.team], [self.person])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        person, team = of_kind(known, "Person", self.person, "person"), of_kind(known, "Team", self.team, "team")
        await require_relating(transaction, known, person, MEMBER_OF, [team.id])
        effects = Effects(self.workspace, answer=person.id)
        await relink(transaction, known, person, *self.links(known, person, team), effects)
        return effects

    @abstractmethod
    def links(self, known: Known, person: Node, team: Node) -> tuple[Sequence[Wanted], Sequence[Edge]]:
        """The link that is to be, and those that are to end."""


class JoinTeam(Membership):
    """Says that a person is in a team."""

    mutation = "joinTeam"

    def links(self, known: Known, person: Node, team: Node) -> tuple[Sequence[Wanted], Sequence[Edge]]:
        wanted = wanted_link(known, person, MEMBER_OF, team, {})
        return [] if wanted.old else [wanted], []


class LeaveTeam(Membership):
    """Says that a person is in a team no longer."""

    mutation = "leaveTeam"

    def links(self, known: Known, person: Node, team: Node) -> tuple[Sequence[Wanted], Sequence[Edge]]:
        closing = edges_of(known, MEMBER_OF, team.id)
        if not closing:
            raise NotFound("such member of the team", person.id)
        return [], closing


@dataclass(frozen=True)
class PutInto(NodeVerb):
    """Makes a team part of another, or a period part of a longer one; with None, of none. Answers the part's id."""

    mutation: str
    kind: str
    relation: Relation
    id: str
    parent: str | None
    in_turn = True

    @property
    def payload(self) -> object:
        return [self.id, self.parent]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id, self.parent], [self.id])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        child, effects = of_kind(known, self.kind, self.id, "id"), Effects(self.workspace, answer=self.id)
        parent = None if self.parent is None else of_kind(known, self.kind, self.parent, "parent")
        closing = edges_of(known, self.relation)
        above = [edge.parent for edge in closing] + ([parent.id] if parent else [])
        await require_relating(transaction, known, child, self.relation, above)
        if parent is None:
            await relink(transaction, known, child, (), closing, effects)
        elif [edge.parent for edge in closing] != [parent.id]:
            wanted = wanted_link(known, child, self.relation, parent, {})
            await relink(transaction, known, child, [wanted], closing, effects)
        return effects


def of_kind(known: Known, kind: str, id_: str, argument: str) -> Node:
    """The node, which must be of a kind. Raises NotFound, Unfit."""
    node = known.node(kind.lower(), id_)
    if node.kind != kind:
        raise Unfit("WRONG_KIND", f"This is a {node.kind}: give the id of a {kind}.", ("input", argument))
    return node


def edges_of(known: Known, relation: Relation, parent: str | None = None) -> list[Edge]:
    """The live edges of a relation that leave the child, all of them or those to one parent."""
    return [edge for edge in known.edges if edge.relation == relation.name and parent in (None, edge.parent)]


def permits(known: Known) -> Stating:
    return Stating(known.workspace, known.rights, {})


async def require_relating(
    transaction: Transaction, known: Known, child: Node, relation: Relation, parents: Sequence[str]
) -> None:
    """Raises NotPermitted where the child may not be put into these, or taken out of them."""
    reach = await reach_of(transaction, known.workspace, parents) if relation.name in JOINING else {}
    stating = Stating(known.workspace, known.rights, reach)
    stating.require_changing(child)
    for parent in parents:
        stating.require_joining_of(relation, parent)
