"""A bucket of points: it holds what may be spent in a minute, and fills up again at that rate."""

import math
from dataclasses import dataclass

from resolvers.pricing.budget import Spent

MINUTE = 60.0


@dataclass(frozen=True)
class Bucket:
    """What was in it at an instant, in seconds since 1970."""

    level: float
    at: float

    def taken(self, points: int, size: int, now: float) -> "tuple[Bucket, Spent]":
        """The bucket after the points were taken, all or none, and what is told of that."""
        level = min(size, self.level + max(0.0, now - self.at) * size / MINUTE)
        left = level - points
        if left < 0:
            return Bucket(level, now), spent(level, points, size, now)
        return Bucket(left, now), spent(left, 0, size, now)


def spent(level: float, missed: int, size: int, now: float) -> Spent:
    """What a caller is told of a bucket that holds `level`; `missed` are the points that it did not hold, 0 if none."""
    full_at = math.ceil(now + (size - level) * MINUTE / size)
    enough_in = math.ceil((missed - level) * MINUTE / size)
    return Spent(size, math.floor(level), full_at, granted=not missed, enough_in=max(enough_in, 0))
