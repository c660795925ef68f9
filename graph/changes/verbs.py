"""What all changes of single nodes have in common: they know the nodes that they name, by the caller's rights now."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..access.callers import Caller
from ..database import Transaction
from ..writing.effects import Effects
from .gathering import GATHER, Known, known_from


@dataclass(frozen=True)
class NodeVerb(ABC):
    """A verb, but for its name, its payload, what it asks for and how it is judged."""

    workspace: str
    caller: Caller
    gather = GATHER
    in_turn = False

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """What is to be written. `Any`, as rows come in any shape that Cypher can return."""
        rights = await self.caller.rights(transaction, self.workspace)
        return await self.judge(transaction, known_from(self.workspace, gathered, rights))

    @abstractmethod
    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        """What is to be written."""
