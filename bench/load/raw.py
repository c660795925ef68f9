"""Load on the driver itself, in this process: the ideal statement, as many at a time as there are connections."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from time import perf_counter
from typing import Any

from neo4j import READ_ACCESS, AsyncDriver, AsyncGraphDatabase

from .took import Took

Parameters = Mapping[str, Any]
"""Of any type that Cypher takes, hence `Any`."""


def driven(
    server: Mapping[str, str], text: str, parameters: Sequence[Parameters], connections: int, seconds: float
) -> Took:
    """What the statements took, each until its one value was there. The first on each connection is not counted."""
    return asyncio.run(_driven(server, text, parameters, connections, seconds))


async def _driven(
    server: Mapping[str, str], text: str, parameters: Sequence[Parameters], connections: int, seconds: float
) -> Took:
    following, took = cycle(parameters), Took()
    async with opened(server) as driver:
        await asyncio.gather(*(value(driver, server, text, next(following)) for _ in range(connections)))
        with took.measuring():
            ends = perf_counter() + seconds
            repeated = (_repeated(driver, server, text, following, ends, took.times) for _ in range(connections))
            await asyncio.gather(*repeated)
    return took


def opened(server: Mapping[str, str]) -> AsyncDriver:
    return AsyncGraphDatabase.driver(
        server["uri"],
        auth=(server["user"], server["password"]),
        telemetry_disabled=True,
        notifications_min_severity="OFF",
    )


async def value(driver: AsyncDriver, server: Mapping[str, str], text: str, parameters: Parameters) -> Any:
    async with driver.session(database=server["database"], default_access_mode=READ_ACCESS, fetch_size=-1) as session:
        record = await (await session.run(text, dict(parameters))).single(strict=True)
        return record[0]


async def _repeated(
    driver: AsyncDriver,
    server: Mapping[str, str],
    text: str,
    following: Iterator[Parameters],
    ends: float,
    times: list[float],
) -> None:
    began = perf_counter()
    while began < ends:
        await value(driver, server, text, next(following))
        now = perf_counter()
        times.append(now - began)
        began = now
