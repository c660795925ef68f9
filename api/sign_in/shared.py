"""One question at a time: whoever asks while one is under way waits for the same answer."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Shared(Generic[T]):
    """What `ask` answers. What coroutines send and are sent is nobody's concern, hence `Any`."""

    def __init__(self, ask: Callable[[], Coroutine[Any, Any, T]]) -> None:
        self._ask = ask
        self._question: asyncio.Task[T] | None = None

    def begun(self) -> asyncio.Task[T]:
        """The question that is under way, else a new one."""
        if self._question is None or self._question.done():
            self._question = asyncio.create_task(self._ask())
        return self._question

    async def answer(self) -> T:
        """Its answer. Whoever gives up waiting does not end it for the others."""
        return await asyncio.shield(self.begun())

    async def settled(self) -> None:
        """Wait for a question that is under way, if there is one."""
        if self._question is not None:
            await asyncio.wait([self._question])
