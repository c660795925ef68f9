"""The buckets that several processes share, in a Valkey or a Redis.

Where it does not answer, each process counts by itself for a while: a caller may then spend as much at each of them,
and is not turned away because a store is down.
"""

import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from valkey.asyncio import Valkey
from valkey.exceptions import ValkeyError

from api.budgets.bucket import spent
from api.budgets.own import OwnBuckets
from resolvers.pricing.budget import Spent

SPEND = (Path(__file__).parent / "spend.lua").read_text(encoding="utf-8")

PREFIX = "goldenthread:budget:"

PATIENCE = 0.25
"""Seconds that a request waits for the store."""

PAUSE = 5.0
"""Seconds for which a store that did not answer is left alone."""


class SharedBuckets:
    """`size` is what each of them holds when it is full."""

    def __init__(self, store: Valkey, size: int) -> None:
        self.size, self.own = size, OwnBuckets(size)
        self.script = store.register_script(SPEND)
        self.away_until = 0.0
        self.log = logging.getLogger("goldenthread.budgets")

    async def spend(self, caller: str, points: int) -> Spent:
        if time.monotonic() < self.away_until:
            return await self.own.spend(caller, points)
        try:
            taken, level = await self.script(keys=[PREFIX + caller], args=[self.size, points])
        except (ValkeyError, OSError):
            self.away_until = time.monotonic() + PAUSE
            self.log.warning("The store of the limits does not answer: each process counts by itself.", exc_info=True)
            return await self.own.spend(caller, points)
        return spent(float(level), 0 if taken else points, self.size, time.time())


@asynccontextmanager
async def shared(address: str, size: int) -> AsyncIterator[SharedBuckets]:
    """Buckets in the store at an address, as redis://host:6379."""
    store = Valkey.from_url(address, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
    async with store:
        yield SharedBuckets(store, size)
