"""The spaces of a workspace are asked for once within a moment, and a workspace that is not there each time."""

import asyncio
from typing import Any

from api.identity.spaces import Spaces
from graph.database import Parameters


class Answering:
    """A graph that answers one value, and counts how often it is asked."""

    def __init__(self, answer: list[str] | None) -> None:
        self.answer, self.asked = answer, 0

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        self.asked += 1
        return self.answer

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> Any:
        raise NotImplementedError


def asked_twice(graph: Answering) -> list[Any]:
    async def twice() -> list[Any]:
        spaces = Spaces(graph, timeout=1)
        return [await spaces.of("acme") for _ in range(2)]

    return asyncio.run(twice())


def test_spaces_are_remembered_for_a_moment() -> None:
    graph = Answering(["spc_1"])

    assert asked_twice(graph) == [["spc_1"], ["spc_1"]]
    assert graph.asked == 1


def test_a_workspace_that_is_not_there_is_asked_for_again() -> None:
    graph = Answering(None)

    assert asked_twice(graph) == [None, None]
    assert graph.asked == 2
