"""From a request to the identity that its access token proves."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from starlette.requests import Request

from api.identity.access_tokens import MALFORMED, AccessTokens
from api.identity.challenges import invalid_token, keys_unavailable
from api.identity.claims import ClaimNames, identity_of
from api.identity.identity import Identity
from api.identity.keys import Keys, KeysUnavailable
from api.identity.presented import presented_token
from api.identity.remembered import Remembered
from api.identity.sessions import NoSessions, Sessions
from api.identity.unverified import read_unverified
from api.settings import Settings


@dataclass(frozen=True)
class Trust:
    """Whose tokens count: for which audience, of which issuers and by which keys, with which names of claims."""

    audience: str
    issuers: Mapping[str, Keys]
    names: ClaimNames
    sessions: Sessions = field(default_factory=NoSessions)


class Tokens:
    """Verifies what requests carry. `now` in seconds since 1970."""

    def __init__(self, trust: Trust, now: Callable[[], float] = time.time) -> None:
        self._trust, self._now = trust, now
        self._remembered = Remembered(now)

    async def identity(self, request: Request) -> Identity:
        """Who asks.

        Raises:
            Challenge: nobody who is known here, and how to be.
        """
        return await self.proven(await presented_token(request, self._trust.sessions))

    async def proven(self, token: str) -> Identity:
        """Whom a token speaks for.

        Raises:
            Challenge: it does not count.
        """
        key = sha256(token.encode()).digest()
        known = self._remembered.get(key)
        if known is None:
            known = await self._verified(token)
            self._remembered.keep(key, known)
        return known

    async def _verified(self, token: str) -> Identity:
        try:
            named = read_unverified(token)
        except ValueError as fault:
            raise invalid_token(f"The access token does not count. {MALFORMED}") from fault
        keys = self._trust.issuers.get(named.issuer)
        if keys is None:
            raise invalid_token("The access token does not count. Its issuer is none of those that are trusted here.")
        try:
            known = await keys.for_id(named.key_id)
        except KeysUnavailable as fault:
            raise keys_unavailable() from fault
        tokens = AccessTokens(named.issuer, self._trust.audience, known, self._now())
        return identity_of(tokens.verified(token), self._trust.names)


def claim_names(settings: Settings) -> ClaimNames:
    return ClaimNames(settings.workspace_claim, settings.groups_claim, settings.source_claim)
