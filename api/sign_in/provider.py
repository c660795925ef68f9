"""The issuer that signs people in, as the client asks it that is registered there for this service.

Authlib has no types, hence `Any` and what is ignored here. It sends what the standards say and reads the answers; how
long all may take, and that plain http is spoken past any proxy, is said here.
"""

import asyncio
import logging
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from ssl import SSLContext
from typing import Any
from urllib.parse import quote_plus

import httpx2
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from authlib.common.urls import add_params_to_uri  # type: ignore[import-untyped]
from authlib.integrations.httpx_client import AsyncOAuth2Client  # type: ignore[import-untyped]
from pydantic import SecretStr

from api.identity.discovery import PATIENCE, UNREADABLE
from api.sign_in.attempts import Attempt
from api.sign_in.endpoints import Endpoints, KnownEndpoints, ProviderUnavailable
from api.sign_in.token_sets import TokenSet, token_set_of

NO_ANSWER = (*UNREADABLE, TypeError, OverflowError)
"""All that asking can raise, and reading an answer of anyone's making."""

LOG = logging.getLogger(__name__)


class GrantRefused(Exception):
    """The issuer gives nothing for this code or refresh token."""


@dataclass(frozen=True)
class Registration:
    """A client that is registered at an issuer."""

    issuer: str
    client: str
    secret: SecretStr


class Provider:
    """Asks it; where and how, its metadata says."""

    def __init__(self, registration: Registration, known: KnownEndpoints, tls: SSLContext) -> None:
        self.registration, self._known, self._tls = registration, known, tls

    async def names_itself(self) -> bool:
        """Whether each of its answers says whose it is."""
        return (await self._known.endpoints()).names_itself

    async def address(self, attempt: Attempt) -> str:
        """Where a browser goes to sign in.

        Raises:
            ProviderUnavailable: the issuer does not say.
        """
        endpoints = await self._known.endpoints()
        async with self._client(endpoints) as client:
            address, _state = client.create_authorization_url(
                endpoints.authorization,
                state=attempt.state,
                code_verifier=attempt.verifier,
                nonce=attempt.nonce,
                redirect_uri=attempt.redirect_uri,
                scope=" ".join(endpoints.scopes),
            )
        return str(address)

    async def exchanged(self, attempt: Attempt, code: str) -> TokenSet:
        """What the issuer gives for a code.

        Raises:
            GrantRefused, ProviderUnavailable: nothing.
        """
        return await self._given(
            lambda client, endpoint: client.fetch_token(
                endpoint,
                grant_type="authorization_code",
                code=code,
                code_verifier=attempt.verifier,
                redirect_uri=attempt.redirect_uri,
            )
        )

    async def renewed(self, tokens: TokenSet) -> TokenSet:
        """What the issuer gives for a refresh token.

        Raises:
            GrantRefused, ProviderUnavailable: nothing.
        """
        later = await self._given(
            lambda client, endpoint: client.refresh_token(endpoint, refresh_token=tokens.refresh_token)
        )
        return tokens.renewed_by(later)

    async def revoke(self, refresh_token: str) -> None:
        """End what was given, where the issuer can do that (RFC 7009). That it does not answer is logged."""
        try:
            endpoints = await self._known.endpoints()
            if endpoints.revocation is None:
                return
            async with asyncio.timeout(PATIENCE), self._client(endpoints) as client:
                answer = await client.revoke_token(endpoints.revocation, token=refresh_token)
                answer.raise_for_status()
        except (ProviderUnavailable, *NO_ANSWER) as fault:
            self._log("Nothing was revoked", fault)

    async def farewell(self, tokens: TokenSet, back_to: str) -> str | None:
        """Where a browser ends its session at the issuer (OpenID Connect RP-Initiated Logout), if it can."""
        try:
            endpoints = await self._known.endpoints()
        except ProviderUnavailable:
            return None
        if endpoints.end_session is None or tokens.id_token is None:
            return None
        said = {
            "id_token_hint": tokens.id_token,
            "client_id": self.registration.client,
            "post_logout_redirect_uri": back_to,
        }
        return str(add_params_to_uri(endpoints.end_session, said.items()))

    async def _given(self, ask: Callable[[AsyncOAuth2Client, str], Any]) -> TokenSet:
        endpoints = await self._known.endpoints()
        try:
            async with asyncio.timeout(PATIENCE), self._client(endpoints) as client:
                return token_set_of(await ask(client, endpoints.token))
        except AuthlibBaseError as refused:
            self._log("Nothing was given", refused)
            raise GrantRefused from refused
        except NO_ANSWER as fault:
            self._log("Nothing was given", fault)
            raise ProviderUnavailable from fault

    def _client(self, endpoints: Endpoints) -> AsyncOAuth2Client:
        """One for each question, since it keeps the tokens that it was given."""
        proof = "client_secret_post" if endpoints.takes_secret_in_body else in_header
        return AsyncOAuth2Client(
            self.registration.client,
            self.registration.secret.get_secret_value(),
            token_endpoint_auth_method=proof,
            revocation_endpoint_auth_method=proof,
            code_challenge_method="S256",
            verify=self._tls,
            mounts={"http://": httpx2.AsyncHTTPTransport(verify=self._tls)},
        )

    def _log(self, what: str, fault: Exception) -> None:
        LOG.warning("%s by %s. %s: %r", what, self.registration.issuer, type(fault).__name__, str(fault))


def in_header(client: Any, method: str, uri: str, headers: Any, body: Any) -> tuple[str, Any, Any]:
    """Add the secret as RFC 6749, section 2.3.1, says; Authlib's own way leaves unusual letters as they are."""
    pair = f"{quote_plus(client.client_id)}:{quote_plus(client.client_secret)}"
    headers["Authorization"] = f"Basic {b64encode(pair.encode()).decode()}"
    return uri, headers, body
