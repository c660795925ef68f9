"""Which tokens have just been verified, so that the next request with one need not wait for its signature.

A minute at most, and never past a token's end: that long a removed key or a changed claim may still count.
"""

from collections import OrderedDict
from collections.abc import Callable

from api.identity.identity import Identity

LONGEST = 60
"""Seconds for which a token is remembered."""

MOST = 10_000
"""Tokens that are remembered at once."""


class Remembered:
    """Identities by a hash of their token, so that no token lies in memory. `now` in seconds since 1970."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._kept: OrderedDict[bytes, tuple[Identity, float]] = OrderedDict()

    def get(self, key: bytes) -> Identity | None:
        identity, until = self._kept.get(key, (None, 0.0))
        return identity if self._now() < until else None

    def keep(self, key: bytes, identity: Identity) -> None:
        self._kept[key] = identity, min(self._now() + LONGEST, identity.expires_at)
        self._kept.move_to_end(key)
        if len(self._kept) > MOST:
            self._kept.popitem(last=False)
