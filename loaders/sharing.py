"""Readers of one small plan who wait together share its statement.

Who comes while nobody waits asks at once, alone. While a few statements of a plan run, its further readers gather,
and go together as soon as one of those is answered: so sharing begins with load, and costs nobody who has none.
"""

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from graph.database import Reads, Unavailable
from graph.reading.batching import Batch
from graph.reading.plan import Plan
from graph.reading.positions import Position
from graph.reading.reader import Reader

from .measures import Asked, Numbers
from .remembering import Remembering

AT_ONCE = 2
"""How many statements of a plan run side by side before others wait for them."""

MOST = 64
"""How many readers go together."""

Parameters = Mapping[str, Any]


@dataclass
class Waiting:
    """A reader, and where the answer is awaited. Answers have the shape of the selection, hence `Any`."""

    parameters: Parameters
    answer: "asyncio.Future[Any]"


@dataclass
class Line:
    """Those who ask alike: how many of their statements run, and who waits."""

    running: int = 0
    waiting: list[Waiting] = field(default_factory=list)


class Sharing:
    """Reads of all requests to one graph. `timeout` in seconds; of numbers so many are remembered."""

    def __init__(self, graph: Reads, timeout: float, numbers_kept: int = 0) -> None:
        self._graph, self._timeout = graph, timeout
        self._remembering = Remembering(numbers_kept)
        self._lines: defaultdict[tuple[Any, ...], Line] = defaultdict(Line)
        self._tasks: set[asyncio.Task[list[Any]]] = set()

    async def read(self, plan: Plan, parameters: Parameters) -> Any:
        """The one value that the plan's statement answers to this reader."""
        batch = plan.batch
        if batch is None or not batch.is_small(parameters):
            return await self._graph.value(plan.text, parameters, self._timeout)
        key = batch.alike(parameters)
        line = self._lines[key]
        if line.running == AT_ONCE:
            line.waiting.append(waiting := Waiting(parameters, asyncio.get_running_loop().create_future()))
            return await waiting.answer
        line.running += 1
        try:
            return await self._graph.value(plan.text, parameters, self._timeout)
        finally:
            self._next(batch, key)

    async def numbers(self, asked: Asked, reader: Reader, position: Position) -> Numbers:
        """What the measures tell this reader."""
        return await self._remembering.numbers(asked, self._graph, reader, position, self._timeout)

    def _next(self, batch: Batch, key: tuple[Any, ...]) -> None:
        """A statement has been answered: those who wait go in its stead."""
        line = self._lines[key]
        line.waiting = [one for one in line.waiting if not one.answer.done()]
        going, line.waiting = line.waiting[:MOST], line.waiting[MOST:]
        if not going:
            line.running -= 1
            if not line.running:
                del self._lines[key]
            return
        task = asyncio.create_task(self._answers(batch, going))
        self._tasks.add(task)  # or it might be collected while it runs
        task.add_done_callback(self._tasks.discard)
        task.add_done_callback(lambda _: self._next(batch, key))
        task.add_done_callback(partial(_tell, going))
        for one in going:
            one.answer.add_done_callback(lambda _: task.cancel() if all(o.answer.done() for o in going) else None)

    async def _answers(self, batch: Batch, going: list[Waiting]) -> list[Any]:
        """Together; where that fails, each alone, to meet what is its own fault and nobody else's."""
        if len(going) > 1:
            parameters = batch.parameters([one.parameters for one in going])
            together = self._graph.value(batch.together, parameters, self._timeout)
            told: Any = (await asyncio.gather(together, return_exceptions=True))[0]
            if isinstance(told, Unavailable):
                raise told
            if not isinstance(told, BaseException):
                found = dict(told)
                return [found.get(number) for number in range(len(going))]
        alone = (self._graph.value(batch.text, one.parameters, self._timeout) for one in going)
        return await asyncio.gather(*alone, return_exceptions=True)


def _tell(going: list[Waiting], task: "asyncio.Task[list[Any]]") -> None:
    """Each its answer, or what was raised in its stead. A task is cancelled when nobody waits for it any more."""
    if task.cancelled():
        return
    fault = task.exception()
    for one, told in zip(going, [fault] * len(going) if fault else task.result(), strict=True):
        if one.answer.done():
            continue
        if isinstance(told, BaseException):
            one.answer.set_exception(told)
        else:
            one.answer.set_result(told)
