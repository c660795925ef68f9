"""Moving one piece of work to another space."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..access.callers import Caller
from ..database import Transaction
from ..kinds import WORK
from ..writing.effects import Effects
from ..writing.unfit import Unfit
from .gathering import GATHER, asked_for, known_from, sources_of
from .permitting import editable, expected, lacking


@dataclass(frozen=True)
class MoveNode:
    """Moves work to another space; what counts towards it stays where it is. Answers its id."""

    workspace: str
    caller: Caller
    id: str
    space: str
    expected_revision: int | None
    gather = GATHER
    mutation = "moveNode"
    in_turn = False

    @property
    def payload(self) -> object:
        return [self.id, self.space, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id, self.space])

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """What is to be written. `Any`, as rows come in any shape that Cypher can return."""
        known = known_from(self.workspace, gathered, await self.caller.rights(transaction, self.workspace))
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
