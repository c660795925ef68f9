"""The buckets of one process."""

import time

from cachetools import TTLCache

from api.budgets.bucket import MINUTE, Bucket
from resolvers.pricing.budget import Spent

CALLERS = 100_000
"""Whose buckets are kept at once. One that was not touched for a minute is full, and need not be kept."""


class OwnBuckets:
    """`size` is what each of them holds when it is full."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.kept: TTLCache[str, Bucket] = TTLCache(CALLERS, MINUTE)

    async def spend(self, caller: str, points: int) -> Spent:
        now = time.time()
        bucket = self.kept.get(caller) or Bucket(self.size, now)
        self.kept[caller], spent = bucket.taken(points, self.size, now)
        return spent
