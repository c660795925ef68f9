"""Moving one piece of work to another space."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..database import Transaction
from ..kinds import WORK
from ..writing.effects import Effects
from ..writing.unfit import Unfit
from .gathering import Known, asked_for, sources_of
from .permitting import editable, expected, lacking
from .verbs import NodeVerb


@dataclass(frozen=True)
class MoveNode(NodeVerb):
    """Moves work to another space; what counts towards it stays where it is. Answers its id."""

    id: str
    space: str
    expected_revision: int | None
    mutation = "moveNode"

    @property
    def payload(self) -> object:
        return [self.id, self.space, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id, self.space])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        node = expected(editable(known, "node", self.id), self.expected_revision)
        space = known.node("space", self.space)
        if node.kind not in WORK or space.kind != "Space":
            raise Unfit("WRONG_KIND", "Work is moved to a space: give the ids of both.", ("input", "space"))
        if not known.rights.may_move(node.space, space.id, sources_of(node)):
            raise lacking(known.rights, "EDITOR on both spaces", sources_of(node))
        effects = Effects(self.workspace, answer=node.id)
        if space.id != node.space:
            effects.change_node(node, replace(node, space=space.id))
        return effects
