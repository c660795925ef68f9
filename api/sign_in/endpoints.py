"""What an issuer's metadata says of signing in there: where it is done, and in which way."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from ssl import SSLContext
from typing import Any

from api.addresses import is_safe
from api.identity.discovery import MetadataUnavailable, client_of_issuers, fetched_metadata
from api.sign_in.shared import Shared
from resolvers.scopes import Scope

OPENID = "openid"

FRESH = 300
"""Seconds for which metadata is used without asking again."""


class ProviderUnavailable(Exception):
    """The issuer does not answer as it should."""


@dataclass(frozen=True)
class Endpoints:
    """`revocation` and `end_session` are None where the issuer has no such thing. `scopes` are what to ask for.

    `names_itself` says that each answer names the issuer (RFC 9207). Where a client's secret may not go in the body, it
    goes in a header.
    """

    authorization: str
    token: str
    revocation: str | None
    end_session: str | None
    scopes: Sequence[str]
    names_itself: bool
    takes_secret_in_body: bool


class KnownEndpoints:
    """Those of one issuer, asked for when it is time. `now` in seconds."""

    def __init__(self, issuer: str, tls: SSLContext, now: Callable[[], float]) -> None:
        self._issuer, self._tls, self._now = issuer, tls, now
        self._question = Shared(self._asked)
        self._known: tuple[Endpoints, float] | None = None

    async def endpoints(self) -> Endpoints:
        """Raises ProviderUnavailable where the issuer does not say."""
        if self._known is not None and self._now() < self._known[1]:
            return self._known[0]
        return await self._question.answer()

    async def _asked(self) -> Endpoints:
        try:
            async with client_of_issuers(self._tls) as client:
                endpoints = endpoints_of(await fetched_metadata(client, self._issuer))
        except (MetadataUnavailable, ValueError) as fault:
            logging.getLogger(__name__).warning("Nobody can sign in by %s. %s", self._issuer, fault)
            raise ProviderUnavailable from fault
        self._known = endpoints, self._now() + FRESH
        return endpoints


def endpoints_of(metadata: Mapping[str, Any]) -> Endpoints:
    """What stands in metadata by OpenID Connect Discovery; its values can be anything, hence `Any`.

    Raises:
        ValueError: nobody could sign in by it.
    """
    authorization, token = (_address(metadata, f"{name}_endpoint") for name in ("authorization", "token"))
    if authorization is None or token is None:
        raise ValueError("Its metadata gives no https addresses to sign in at.")
    return Endpoints(
        authorization=authorization,
        token=token,
        revocation=_address(metadata, "revocation_endpoint"),
        end_session=_address(metadata, "end_session_endpoint"),
        scopes=[OPENID, *_ours(metadata.get("scopes_supported"))],
        names_itself=metadata.get("authorization_response_iss_parameter_supported") is True,
        takes_secret_in_body=_lists(metadata.get("token_endpoint_auth_methods_supported"), "client_secret_post"),
    )


def _address(metadata: Mapping[str, Any], name: str) -> str | None:
    address = metadata.get(name)
    return address if isinstance(address, str) and is_safe(address) else None


def _ours(supported: object) -> list[str]:
    """Our scopes as far as the issuer knows them; all of them where it does not say what it knows."""
    return [scope.value for scope in Scope if not isinstance(supported, list) or scope.value in supported]


def _lists(supported: object, name: str) -> bool:
    return isinstance(supported, list) and name in supported
