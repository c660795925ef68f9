"""The issuers that the settings trust: their keys, and whoever knows their tokens by them."""

import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial

import httpx2

from api.identity.discovery import client_of_issuers, fetched_keys
from api.identity.keys import KeptKeys, Keys
from api.identity.sessions import NoSessions, Sessions
from api.identity.tokens import Tokens, Trust, claim_names
from api.settings import Settings


class TrustedIssuers:
    """`sessions` are those of browsers that signed in. `now` in seconds since 1970."""

    def __init__(
        self, settings: Settings, sessions: Sessions | None = None, now: Callable[[], float] = time.time
    ) -> None:
        self._client = client_of_issuers(httpx2.create_ssl_context())
        self._keys = {
            issuer: KeptKeys(issuer, partial(fetched_keys, self._client, issuer), now) for issuer in settings.issuers
        }
        trust = Trust(settings.audience, self._keys, claim_names(settings), sessions or NoSessions())
        self.tokens = Tokens(trust, now)

    @property
    def keys(self) -> Mapping[str, Keys]:
        """What proves the tokens of each."""
        return self._keys

    @asynccontextmanager
    async def opened(self) -> AsyncIterator[Tokens]:
        """Whoever knows their tokens, for as long as the application lives."""
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self._client)
            for keys in self._keys.values():
                stack.push_async_callback(keys.close)
            yield self.tokens
