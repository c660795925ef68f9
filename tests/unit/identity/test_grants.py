"""What was granted is read once within a moment, for all who ask at once, and again where there is nothing to keep."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from api.identity.grants import Grants
from graph.access.principals import EVERYONE
from graph.database import Parameters, Unavailable
from graph.records.states import SpaceRole

FOUND = [[["spc_1", "EDITOR"], ["spc_1", "READER"]], [], []]


class Answering:
    """A graph that answers each question with the next of its answers, after a moment."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.asked = list(answers), 0

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        self.asked += 1
        answer = self.answers.pop(0)
        await asyncio.sleep(0.01)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> Any:
        raise NotImplementedError


def asking(graph: Answering, ask: Callable[[Grants], Awaitable[Any]]) -> Any:
    async def asked() -> Any:
        return await ask(Grants(graph, timeout=1))

    return asyncio.run(asked())


async def twice(grants: Grants) -> list[Any]:
    return [await grants.of("acme", (EVERYONE,)) for _ in range(2)]


async def at_once(grants: Grants) -> list[Any]:
    return await asyncio.gather(*(grants.of("acme", (EVERYONE,)) for _ in range(5)))


@pytest.mark.parametrize("ask", [twice, at_once])
def test_it_is_read_once_within_a_moment(ask: Callable[[Grants], Awaitable[Any]]) -> None:
    graph = Answering(FOUND)

    told = asking(graph, ask)

    assert {each.roles["spc_1"] for each in told} == {SpaceRole.EDITOR}
    assert graph.asked == 1


def test_a_workspace_that_is_not_there_is_asked_for_again() -> None:
    graph = Answering(None, None)

    assert asking(graph, twice) == [None, None]
    assert graph.asked == 2


def test_a_graph_that_does_not_answer_is_asked_again_by_the_next() -> None:
    graph = Answering(Unavailable("away"), FOUND)

    async def ask(grants: Grants) -> Any:
        with pytest.raises(Unavailable):
            await grants.of("acme", (EVERYONE,))
        return await grants.of("acme", (EVERYONE,))

    assert asking(graph, ask).roles == {"spc_1": SpaceRole.EDITOR}


def test_what_was_read_before_a_change_is_told_to_nobody_after_it() -> None:
    graph = Answering([[], [], []], FOUND)

    async def ask(grants: Grants) -> Any:
        before = asyncio.create_task(grants.of("acme", (EVERYONE,)))
        await asyncio.sleep(0)
        grants.forget()
        return await asyncio.gather(before, grants.of("acme", (EVERYONE,)))

    before, after = asking(graph, ask)

    assert (before.roles, after.roles) == ({}, {"spc_1": SpaceRole.EDITOR})


def test_who_goes_away_does_not_take_the_reading_along() -> None:
    graph = Answering(FOUND)

    async def ask(grants: Grants) -> Any:
        gone = asyncio.create_task(grants.of("acme", (EVERYONE,)))
        await asyncio.sleep(0)
        waits = asyncio.create_task(grants.of("acme", (EVERYONE,)))
        await asyncio.sleep(0)
        gone.cancel()
        return await waits

    assert asking(graph, ask).roles == {"spc_1": SpaceRole.EDITOR}
