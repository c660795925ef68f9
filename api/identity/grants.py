"""What callers were granted, remembered for a moment, so that not every request waits for that."""

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


class Grants:
    """Reads them. `timeout` in seconds."""

    def __init__(self, graph: Reads, timeout: float) -> None:
        self._graph, self._timeout = graph, timeout
        self._known: TTLCache[tuple[str, Sequence[Principal]], Granted] = TTLCache(MOST, LONGEST)

    async def of(self, workspace: str, principals: Sequence[Principal]) -> Granted | None:
        """What they have together; None where there is no such workspace."""
        known = self._known.get((workspace, principals))
        if known is not None:
            return known
        found = await granted(self._graph, workspace, principals, self._timeout)
        if found is not None:
            self._known[workspace, principals] = found
        return found

    def forget(self) -> None:
        """Reads all of them anew: something was granted or taken away here."""
        self._known.clear()


def principals_of(identity: Identity) -> tuple[Principal, ...]:
    """Whom a token proves the caller to be, the caller's own principal first."""
    if identity.is_client:
        own = Principal(PrincipalKind.CLIENT, identity.issuer, identity.client)
    else:
        own = Principal(PrincipalKind.SUBJECT, identity.issuer, identity.subject)
    groups = (Principal(PrincipalKind.GROUP, identity.issuer, group) for group in sorted(identity.groups))
    return own, *groups, EVERYONE
