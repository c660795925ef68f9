"""A change that is watched: somebody reads in its transaction after it is judged and before it is written."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Generic, TypeVar

from ..database import Transaction
from .changing import Verb
from .effects import Effects

T = TypeVar("T")


class Watched(Generic[T]):
    """The verb itself, and what `look` has found: None where there was nothing to look at, since nothing is written.

    It has its turn before anything is read: between what is found and what is written, no rival changes anything.
    Values are of any shape that Cypher can return, hence `Any`.
    """

    in_turn = True

    def __init__(self, verb: Verb, look: Callable[[Transaction, Effects], Awaitable[T]]) -> None:
        self.gather = verb.gather
        self.found: T | None = None
        self._verb, self._look = verb, look

    @property
    def mutation(self) -> str:
        return self._verb.mutation

    @property
    def payload(self) -> object:
        return self._verb.payload

    @property
    def asked(self) -> Mapping[str, object]:
        return self._verb.asked

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """Once for each attempt: what an earlier one has found is forgotten."""
        self.found = None
        effects = await self._verb.judged(transaction, gathered)
        if not effects.is_nothing:
            self.found = await self._look(transaction, effects)
        return effects
