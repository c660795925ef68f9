"""From the address that the issuer led a browser back to, to tokens that count here."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request

from api.identity.challenges import Challenge
from api.identity.keys import Keys, KeysUnavailable
from api.identity.tokens import Tokens
from api.identity.unverified import read_unverified
from api.sign_in import cookies, failures
from api.sign_in.attempts import Attempt, Attempts
from api.sign_in.endpoints import ProviderUnavailable
from api.sign_in.id_tokens import Expected, WrongIdToken, check_id_token
from api.sign_in.provider import GrantRefused, Provider
from api.sign_in.returning import check_issuer, read_returned
from api.sign_in.token_sets import TokenSet


@dataclass(frozen=True)
class Arrival:
    """A person who has signed in: the tokens, and the sign-in that brought them."""

    tokens: TokenSet
    attempt: Attempt


@dataclass(frozen=True)
class Arrivals:
    """`keys` prove what the issuer says of who signed in, `verifying` whether its access tokens count."""

    provider: Provider
    attempts: Attempts
    keys: Keys
    verifying: Tokens
    now: Callable[[], float] = time.time

    async def of(self, request: Request) -> Arrival:
        """Raises Failed where nobody has signed in."""
        attempt, code = await self._answered(request)
        try:
            tokens = await self.provider.exchanged(attempt, code)
        except GrantRefused as refused:
            raise failures.code_refused() from refused
        except ProviderUnavailable as fault:
            raise failures.issuer_unavailable() from fault
        await self._check_person(tokens, attempt)
        await self._check_access(tokens)
        return Arrival(tokens, attempt)

    async def _answered(self, request: Request) -> tuple[Attempt, str]:
        returned = read_returned(request.query_params)
        attempt = self.attempts.end(returned.state, cookies.BROWSER.read(request))
        if attempt is None:
            raise failures.not_begun_here()
        try:
            check_issuer(returned, self.provider.registration.issuer, await self.provider.names_itself())
        except ProviderUnavailable as fault:
            raise failures.issuer_unavailable() from fault
        if returned.error:
            raise failures.refused_by_issuer(returned.error)
        return attempt, returned.code

    async def _check_person(self, tokens: TokenSet, attempt: Attempt) -> None:
        registration, token = self.provider.registration, tokens.id_token or ""
        expected = Expected(registration.issuer, registration.client, attempt.nonce, tokens.access_token)
        try:
            key_id = read_unverified(token).key_id
            check_id_token(token, await self.keys.for_id(key_id), expected, self.now())
        except (WrongIdToken, ValueError) as wrong:
            logging.getLogger(__name__).warning("An id token by %s does not count. %s", registration.issuer, wrong)
            raise failures.wrong_id_token() from wrong
        except KeysUnavailable as fault:
            raise failures.issuer_unavailable() from fault

    async def _check_access(self, tokens: TokenSet) -> None:
        try:
            await self.verifying.proven(tokens.access_token)
        except Challenge as challenge:
            raise failures.token_refused(challenge) from challenge
