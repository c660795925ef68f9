"""One browser that is signed in: its tokens, renewed before they end for as long as the issuer allows it."""

from collections.abc import Callable

from api.identity.challenges import Challenge
from api.sign_in.endpoints import ProviderUnavailable
from api.sign_in.provider import GrantRefused, Provider
from api.sign_in.shared import Shared
from api.sign_in.token_sets import TokenSet

LONGEST = 12 * 3600
"""Seconds after which a session ends, whatever happens in it."""

SPARE = 30
"""Seconds before its end that an access token is renewed."""


class Session:
    """`now` in seconds since 1970. `used_at` is the instant at which its browser last asked something."""

    def __init__(self, tokens: TokenSet, provider: Provider, now: Callable[[], float]) -> None:
        self._tokens, self._provider, self._now = tokens, provider, now
        self._renewal = Shared(self._renew)
        self._is_refused = False
        self._latest_end = now() + LONGEST
        self.used_at = now()

    @property
    def ends_at(self) -> float:
        """When the person must sign in again, at the latest."""
        return self._latest_end if self._tokens.refresh_token else min(self._latest_end, self._tokens.ends_at)

    async def token(self) -> str | None:
        """The access token; None once the session is over. One that ends soon is renewed meanwhile.

        Raises:
            Challenge: it has ended, and the issuer does not answer.
        """
        if self._tokens.refresh_token and self._remaining() <= SPARE:
            self._renewal.begun()
        if self._remaining() <= 0:
            await self._renewal.settled()
        if self._is_over():
            return None
        if self._remaining() <= 0:
            raise issuer_unavailable()
        return self._tokens.access_token

    async def close(self) -> TokenSet:
        """End it; what the issuer has to be told of."""
        await self._renewal.settled()
        self._is_refused = True
        return self._tokens

    def _remaining(self) -> float:
        return self._tokens.ends_at - self._now()

    def _is_over(self) -> bool:
        return self._is_refused or (self._remaining() <= 0 and not self._tokens.refresh_token)

    async def _renew(self) -> None:
        try:
            self._tokens = await self._provider.renewed(self._tokens)
            self._is_refused = self._remaining() <= 0  # what ends at once, or says nothing readable, renews nothing
        except ProviderUnavailable:
            return  # the next who asks tries again
        except GrantRefused:
            self._is_refused = True


def issuer_unavailable() -> Challenge:
    """The session may go on: whoever would renew its token does not answer."""
    return Challenge(
        503, "UNAVAILABLE", "The issuer that you signed in at does not answer: try again soon, or sign in again."
    )
