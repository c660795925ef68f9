"""What callers were granted, remembered for a moment, so that not every request waits for that."""

import asyncio
from collections.abc import Sequence

from cachetools import TTLCache

from api.identity.identity import Identity
from graph.access.granted import Granted, granted
from graph.access.principals import EVERYONE, Principal
from graph.database import Reads
from graph.records.states import PrincipalKind

LONGEST = 1.0
"""Seconds for which a grant is remembered: that long it may still count after it was taken away."""

MOST = 1_000
"""Callers who are remembered at once."""


Key = tuple[str, Sequence[Principal]]


class Grants:
    """Reads them. `timeout` in seconds. Readings are remembered from when they begin, so that callers share one."""

    def __init__(self, graph: Reads, timeout: float) -> None:
        self._graph, self._timeout = graph, timeout
        self._readings: TTLCache[Key, asyncio.Task[Granted | None]] = TTLCache(MOST, LONGEST)

    async def of(self, workspace: str, principals: Sequence[Principal]) -> Granted | None:
        """What they have together; None where there is no such workspace."""
        key = workspace, principals
        reading = self._readings.get(key)
        if reading is None:
            reading = self._readings[key] = asyncio.create_task(self._read(key))
        elif reading.done():
            return reading.result()
        return await asyncio.shield(reading)

    def forget(self) -> None:
        """Reads all of them anew: something was granted or taken away here."""
        self._readings.clear()

    async def _read(self, key: Key) -> Granted | None:
        """What does not answer, and a workspace that is not there, are asked for again at once."""
        found = None
        try:
            found = await granted(self._graph, *key, self._timeout)
        finally:
            if found is None:
                self._readings.pop(key, None)
        return found


def principals_of(identity: Identity) -> tuple[Principal, ...]:
    """Whom a token proves the caller to be, the caller's own principal first."""
    if identity.is_client:
        own = Principal(PrincipalKind.CLIENT, identity.issuer, identity.client)
    else:
        own = Principal(PrincipalKind.SUBJECT, identity.issuer, identity.subject)
    groups = (Principal(PrincipalKind.GROUP, identity.issuer, group) for group in sorted(identity.groups))
    return own, *groups, EVERYONE
