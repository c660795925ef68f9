"""Where an issuer says what its keys are: its metadata by OpenID Connect Discovery or RFC 8414, then the keys."""

import asyncio
from ssl import SSLContext
from typing import Any
from urllib.parse import urlsplit

import httpx2
import orjson
from joserfc.jwk import KeySet

from api.addresses import is_safe
from api.identity.key_sets import usable_keys
from api.identity.keys import KeysUnavailable

LONGEST = 256 * 1024
"""Bytes of the longest answer that is read."""

PATIENCE = 5
"""Seconds for all that one look at an issuer takes."""


UNREADABLE = (httpx2.HTTPError, httpx2.InvalidURL, TimeoutError, ValueError)
"""All that an answer can raise that is none, or is not what the standards say."""


class MetadataUnavailable(Exception):
    """The issuer does not say what it is."""


def client_of_issuers(tls: SSLContext) -> httpx2.AsyncClient:
    """What asks issuers. It follows no redirect; plain http is spoken on this machine alone, so past any proxy."""
    headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
    past_proxies = {"http://": httpx2.AsyncHTTPTransport(verify=tls)}
    return httpx2.AsyncClient(headers=headers, verify=tls, mounts=past_proxies)


async def fetched_metadata(client: httpx2.AsyncClient, issuer: str) -> dict[str, Any]:
    """What the issuer says of itself now; values of any shape, hence `Any`.

    Raises:
        MetadataUnavailable: it cannot be reached, or does not speak of itself.
    """
    try:
        async with asyncio.timeout(PATIENCE):
            return await _metadata(client, issuer)
    except UNREADABLE as fault:
        raise MetadataUnavailable(f"{type(fault).__name__}: {fault}") from fault


async def fetched_keys(client: httpx2.AsyncClient, issuer: str) -> KeySet:
    """The keys that the issuer publishes now.

    Raises:
        KeysUnavailable: it cannot be reached, or what it answers is not what the standards say.
    """
    try:
        async with asyncio.timeout(PATIENCE):
            metadata = await _metadata(client, issuer)
            return usable_keys(await _asked(client, _address_of_keys(metadata)))
    except UNREADABLE as fault:
        raise KeysUnavailable(f"{type(fault).__name__}: {fault}") from fault


class _NotThere(ValueError):
    """The issuer knows no such address."""


async def _metadata(client: httpx2.AsyncClient, issuer: str) -> dict[str, Any]:
    """Values of any shape, hence `Any`."""
    metadata = await _published(client, issuer)
    if not isinstance(metadata, dict) or metadata.get("issuer") != issuer:
        raise ValueError("Its metadata is another issuer's: the setting must be the issuer letter by letter.")
    return metadata


async def _published(client: httpx2.AsyncClient, issuer: str) -> Any:
    """JSON of any shape, hence `Any`."""
    parts = urlsplit(issuer)
    path = parts.path.rstrip("/")
    try:
        return await _asked(client, f"{issuer.rstrip('/')}/.well-known/openid-configuration")
    except _NotThere:
        address = f"{parts.scheme}://{parts.netloc}/.well-known/oauth-authorization-server{path}"
    try:
        return await _asked(client, address)
    except _NotThere as fault:
        raise ValueError("It publishes no metadata.") from fault


def _address_of_keys(metadata: dict[str, Any]) -> str:
    """Where the keys are; the metadata's values are of any shape, hence `Any`."""
    address = metadata.get("jwks_uri")
    if not isinstance(address, str) or not is_safe(address):
        raise ValueError("Its metadata gives no https address of keys.")
    return address


async def _asked(client: httpx2.AsyncClient, address: str) -> Any:
    """JSON of any shape, hence `Any`."""
    async with client.stream("GET", address) as answer:
        if answer.is_client_error:
            raise _NotThere(f"{address} answers {answer.status_code}.")
        if answer.status_code != httpx2.codes.OK or answer.headers.get("content-encoding", "identity") != "identity":
            raise ValueError(f"{address} answers {answer.status_code}, or not plainly.")
        body = bytearray()
        async for part in answer.aiter_raw():
            body += part
            if len(body) > LONGEST:
                raise ValueError(f"{address} answers more than {LONGEST} bytes.")
    return orjson.loads(body)
