"""Who a principal is: made when somebody first signs in, and joined to a person by an administrator."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..database import Transaction
from ..ids import kind_of, new_edge_id
from ..refusals import NotFound, NotPermitted
from ..relations import IS
from ..writing.edges import Edge
from ..writing.effects import Effects
from .gathering import GATHER, Asked, Known, known_from
from .principals import Principal, principal_id
from .rights import Rights
from .verbs import AccessVerb


@dataclass(frozen=True)
class Introduce:
    """Records a principal. Answers its id, whether it was there already or not."""

    workspace: str
    principal: Principal
    gather = GATHER
    mutation = "introduce"
    in_turn = False

    @property
    def payload(self) -> object:
        return self.principal

    @property
    def asked(self) -> Mapping[str, object]:
        return Asked(principal=self.principal.key(self.workspace)).row

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """What is to be written. `Any`, as rows come in any shape that Cypher can return."""
        effects = Effects(self.workspace)
        effects.answer = principal_id(self.principal, known_from(gathered).principal, effects)
        return effects


@dataclass(frozen=True)
class JoinPrincipal(AccessVerb):
    """Says which person a principal is, or, with None, that it is none. Answers the principal's id.

    A principal may do what its person may: so only who owns all spaces that the persons reach can say it.
    """

    principal: str
    person: str | None
    mutation = "joinPrincipal"

    @property
    def payload(self) -> object:
        return [self.principal, self.person]

    @property
    def asked(self) -> Mapping[str, object]:
        return Asked(node=self.principal, person=self.person).row

    def judge(self, known: Known, rights: Rights) -> Effects:
        effects = Effects(self.workspace, answer=self.principal)
        kind = kind_of(known.node) if known.node else None
        if known.node is None or kind is None or kind.name != "Principal":
            raise NotFound("principal", self.principal)
        if self.person is not None and known.person is None:
            raise NotFound("person", self.person)
        if not all(rights.may_own(space) for space in known.reach):
            raise NotPermitted(
                "To say who a principal is you need the role OWNER on every space that the person was granted, alone"
                " or in a team: ask an owner of those."
            )
        old = next(iter(known.joins), None)
        if (old.parent if old else None) == known.person:
            return effects
        if known.person is None and old:
            effects.close_edge(old)
        elif known.person:
            effects.open_edge(Edge(new_edge_id(), known.node, IS.name, known.person, None, {}), old)
        return effects
