"""A running Keycloak as the tests know it: who is in its realm, and the tokens that it gives to clients."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import httpx2
from joserfc.util import urlsafe_b64decode

from tests.fixtures.sample import WORKSPACE
from tests.identity.administration import Administrator

AUDIENCE = "https://api.example.org/graphql"

ORIGIN = "http://127.0.0.1:8000"
"""Where the explorer is at home; nobody need listen there."""


@dataclass(frozen=True)
class Client:
    """A client of the realm, and its secret."""

    id: str
    secret: str


EXPLORER = Client("goldenthread-explorer", "secret-of-the-explorer")
PARTNER = Client("partner", "secret-of-the-partner")
ADMINISTRATOR = Client("administrator", "secret-of-the-administrator")
"""A client of Keycloak's own realm, for its administration."""

PEOPLE = ("analyst", "planner", "executive")
"""Their names in the realm, which are their roles too."""

PASSWORD = "password-of-people"

ENVIRONMENT: Mapping[str, str] = MappingProxyType(
    {
        "REALM_WORKSPACE": WORKSPACE,
        "REALM_AUDIENCE": AUDIENCE,
        "REALM_ORIGIN": ORIGIN,
        "REALM_EXPLORER_SECRET": EXPLORER.secret,
        "REALM_PARTNER_SECRET": PARTNER.secret,
        "REALM_PEOPLE_PASSWORD": PASSWORD,
        "KC_BOOTSTRAP_ADMIN_CLIENT_ID": ADMINISTRATOR.id,
        "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET": ADMINISTRATOR.secret,
    }
)
"""What the realm's placeholders stand for, and who administers it."""


class Keycloak:
    """A Keycloak with our realm in it, on this machine.

    `issuer` is what its tokens name in `iss`, `audience` what they name in `aud`, `workspace` the claim of that name:
    the workspace of the sample. `administrator` changes the realm for a while.
    """

    audience = AUDIENCE
    workspace = WORKSPACE
    explorer = EXPLORER
    partner = PARTNER
    people = PEOPLE
    password = PASSWORD

    def __init__(self, address: str) -> None:
        self.issuer = f"{address}/realms/goldenthread"
        self.administrator = Administrator(address, ADMINISTRATOR.id, ADMINISTRATOR.secret)

    @property
    def authorization_endpoint(self) -> str:
        return f"{self.issuer}/protocol/openid-connect/auth"

    @property
    def token_endpoint(self) -> str:
        return f"{self.issuer}/protocol/openid-connect/token"

    def token_of(self, client: Client) -> str:
        """An access token of a client that asks for itself (client credentials)."""
        asked = {"grant_type": "client_credentials"}
        answer = httpx2.post(
            self.token_endpoint, data=asked, auth=(client.id, client.secret), timeout=30, trust_env=False
        )
        return str(answer.raise_for_status().json()["access_token"])


def header_of(token: str) -> dict[str, Any]:
    """The header of a token, unverified. JSON of any shape, hence `Any`."""
    return _decoded(token, 0)


def claims_of(token: str) -> dict[str, Any]:
    """The claims of a token, unverified. JSON of any shape, hence `Any`."""
    return _decoded(token, 1)


def _decoded(token: str, part: int) -> dict[str, Any]:
    decoded: dict[str, Any] = json.loads(urlsafe_b64decode(token.split(".")[part].encode()))
    return decoded
