"""Readers of one small plan who wait together share its statement, and nothing else."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from graph.database import Parameters, Unavailable
from graph.reading.compiling import compiled
from graph.reading.conditions import AllOf, Key, Stored
from graph.reading.live import Live
from graph.reading.plan import Plan
from graph.reading.selection import Count, Object, One, Page, PageValue, Rows
from graph.reading.sources import ById, Slot, Source, incoming, outgoing
from graph.relations import LINEAGE
from loaders.sharing import AT_ONCE, MOST, Sharing

ID, FIRST = Slot("id"), Slot("first")
TITLE = Object((("title", Stored("title")),))


class Held:
    """A graph that answers when it is let go: each reader by the id, as far as the reader's own borders allow."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Parameters]] = []
        self.free = asyncio.Event()
        self.fault_of_many: Exception | None = None
        self.cancelled = 0

    async def value(self, text: str, parameters: Parameters, timeout: float) -> Any:
        self.asked.append((text, parameters))
        try:
            await self.free.wait()
        except asyncio.CancelledError:
            self.cancelled += 1
            raise
        if "batch" not in parameters:
            return self.answer(parameters)
        if self.fault_of_many:
            raise self.fault_of_many
        told = ([row["number"], self.answer(row)] for row in parameters["batch"])
        return [pair for pair in told if pair[1] is not None]

    async def rows(self, text: str, parameters: Parameters, timeout: float) -> Any:
        raise NotImplementedError

    @staticmethod
    def answer(parameters: Parameters) -> Any:
        if parameters["id"] == "bad":
            raise ZeroDivisionError
        return [parameters["id"]] if "home" in parameters["reader"]["readable"] else None


def a_plan(source: Source = outgoing(*LINEAGE), *members: tuple[str, PageValue]) -> Plan:
    page = Page(source, ("WorkNode",), AllOf(), (Key("id"),), FIRST, None, False, members or (("nodes", Rows(TITLE)),))
    return compiled(One(ById(ID), ("WorkItem",), Object((("parents", page),))), Live())


def reader(id_: str, *borders: str, first: int = 1) -> dict[str, Any]:
    return {"id": id_, "reader": {"readable": list(borders or ["home"])}, "first": first}


def run(work: Callable[[Held, Sharing], Coroutine[Any, Any, None]]) -> None:
    async def running() -> None:
        held = Held()
        await work(held, Sharing(held, 10))

    asyncio.run(running())


def test_who_comes_while_nobody_waits_asks_at_once_and_alone() -> None:
    async def work(held: Held, sharing: Sharing) -> None:
        plan = a_plan()
        reading = asyncio.create_task(sharing.read(plan, reader("a")))

        await asyncio.sleep(0)

        assert held.asked == [(plan.text, reader("a"))]
        held.free.set()
        assert await reading == ["a"]

    run(work)


def test_those_who_wait_go_together_and_each_is_told_what_its_own_borders_allow() -> None:
    async def work(held: Held, sharing: Sharing) -> None:
        plan = a_plan()
        borders = ["home", "vault"] * 5
        reading = [asyncio.create_task(sharing.read(plan, reader(f"{i}", b))) for i, b in enumerate(borders)]

        await asyncio.sleep(0)
        held.free.set()

        told = await asyncio.gather(*reading)
        assert told == [[f"{i}"] if border == "home" else None for i, border in enumerate(borders)]
        assert len(held.asked) == AT_ONCE + 1
        assert [row["reader"]["readable"] for row in held.asked[-1][1]["batch"]] == [
            [border] for border in borders[AT_ONCE:]
        ]

    run(work)


def test_no_more_go_together_than_is_good_for_each() -> None:
    async def work(held: Held, sharing: Sharing) -> None:
        reading = [asyncio.create_task(sharing.read(a_plan(), reader("a"))) for _ in range(AT_ONCE + MOST + 1)]

        await asyncio.sleep(0)
        held.free.set()
        await asyncio.gather(*reading)

        assert [len(asked["batch"]) if "batch" in asked else 1 for _, asked in held.asked] == [1] * AT_ONCE + [MOST, 1]

    run(work)


def test_only_those_with_equal_limits_go_together() -> None:
    async def work(held: Held, sharing: Sharing) -> None:
        reading = [asyncio.create_task(sharing.read(a_plan(), reader("a", first=1 + i % 2))) for i in range(12)]

        await asyncio.sleep(0)
        held.free.set()
        await asyncio.gather(*reading)

        together = [asked for _, asked in held.asked if "batch" in asked]
        assert [(asked["first"], len(asked["batch"])) for asked in together] == [(1, 4), (2, 4)]

    run(work)


def test_where_a_shared_statement_fails_each_is_asked_alone_and_meets_its_own_fault() -> None:
    async def work(held: Held, sharing: Sharing) -> None:
        held.fault_of_many = ZeroDivisionError()
        reading = [asyncio.create_task(sharing.read(a_plan(), reader(id_))) for id_ in ("a", "b", "c", "bad", "d")]

        await asyncio.sleep(0)
        held.free.set()
        told = await asyncio.gather(*reading, return_exceptions=True)

        assert told[:3] == [["a"], ["b"], ["c"]]
        assert isinstance(told[3], ZeroDivisionError)
        assert told[4] == ["d"]

    run(work)


def test_a_graph_that_is_away_is_not_asked_again_for_each() -> None:
    async def work(held: Held, sharing: Sharing) -> None:
        held.fault_of_many = Unavailable("The database did not answer in time: try again in a moment.")
        reading = [asyncio.create_task(sharing.read(a_plan(), reader("a"))) for _ in range(AT_ONCE + 3)]

        await asyncio.sleep(0)
        held.free.set()
        told = await asyncio.gather(*reading, return_exceptions=True)

        assert [type(each) for each in told[AT_ONCE:]] == [Unavailable] * 3
        assert len(held.asked) == AT_ONCE + 1

    run(work)


def test_one_who_goes_away_takes_nothing_from_the_others_and_the_last_ends_the_statement() -> None:
    async def work(held: Held, sharing: Sharing) -> None:
        first = [asyncio.create_task(sharing.read(a_plan(), reader("a"))) for _ in range(AT_ONCE)]
        waiting = [asyncio.create_task(sharing.read(a_plan(), reader("b"))) for _ in range(2)]
        await asyncio.sleep(0)

        for one in first:
            one.cancel()
        await asyncio.gather(*first, return_exceptions=True)
        await asyncio.sleep(0)
        assert held.cancelled == AT_ONCE
        assert len(held.asked[-1][1]["batch"]) == 2

        waiting[0].cancel()
        await asyncio.sleep(0.01)
        assert held.cancelled == AT_ONCE

        waiting[1].cancel()
        await asyncio.sleep(0.01)
        assert held.cancelled == AT_ONCE + 1

    run(work)


@pytest.mark.parametrize(
    ("plan", "first"),
    [
        (a_plan(), 101),
        (a_plan(incoming(*LINEAGE)), 1),
        (a_plan(outgoing(*LINEAGE), ("nodes", Rows(TITLE)), ("all", Count())), 1),
    ],
    ids=["many rows", "any number of children", "a count"],
)
def test_what_can_take_long_is_not_shared(plan: Plan, first: int) -> None:
    async def work(held: Held, sharing: Sharing) -> None:
        held.free.set()

        await asyncio.gather(*(sharing.read(plan, reader("a", first=first)) for _ in range(9)))

        assert [text for text, _ in held.asked] == [plan.text] * 9

    run(work)


def test_nothing_of_one_reader_is_a_parameter_of_all() -> None:
    batch = a_plan().batch

    assert batch is not None
    assert "space IN each.reader.readable" in batch.together
    assert [name for name in batch.together.split() if "$" in name] == ["$batch", "$first"]
