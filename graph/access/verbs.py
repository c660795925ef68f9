"""What all changes of access have in common: they are judged in turn, by the caller's rights now."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ..database import Transaction
from ..writing.effects import Effects
from .callers import Caller
from .gathering import GATHER, Known, known_from
from .rights import Rights


@dataclass(frozen=True)
class AccessVerb(ABC):
    """A verb, but for its name, its payload, what it asks for and how it is judged."""

    workspace: str
    caller: Caller
    gather = GATHER
    in_turn = True

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """What is to be written. `Any`, as rows come in any shape that Cypher can return."""
        return self.judge(known_from(gathered), await self.caller.rights(transaction, self.workspace))

    @abstractmethod
    def judge(self, known: Known, rights: Rights) -> Effects:
        """What is to be written."""
