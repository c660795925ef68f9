"""What an administrator of Keycloak does: each change is undone when its context ends.

What Keycloak answers is JSON of any shape, hence `Any`.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import httpx2

Undone = AbstractContextManager[None]
"""A change that is undone when the context ends."""

KEYS = "org.keycloak.keys.KeyProvider"
SIGNING = "rsa-generated"
"""Keycloak's names for what makes keys, and for the sort of it that signs tokens."""


class Administrator:
    """Administers the realm at an address, as a client of Keycloak's own realm."""

    def __init__(self, address: str, client: str, secret: str) -> None:
        self._address, self._account = address, (client, secret)

    def disabled(self, person: str) -> Undone:
        """A person who may not sign in, and whose sessions have no further tokens."""
        return self._with(f"/users/{self._person(person)}", {"enabled": False}, {"enabled": True})

    def asked_for_profile(self, person: str) -> Undone:
        """A person who is asked for the own profile at the next signing in."""
        path = f"/users/{self._person(person)}"
        return self._with(path, {"requiredActions": ["UPDATE_PROFILE"]}, {"requiredActions": []})

    @contextmanager
    def without_role(self, person: str, role: str) -> Iterator[None]:
        """A person without the role that brought some scopes."""
        path = f"/users/{self._person(person)}/role-mappings/realm"
        roles = [self.ask("GET", f"/roles/{role}")]
        self.ask("DELETE", path, roles)
        try:
            yield
        finally:
            self.ask("POST", path, roles)

    def redirecting(self, client: str, *addresses: str) -> Undone:
        """A client to whom the browser may come back at further addresses, after signing in and after signing out."""
        path = f"/clients/{self._client(client)}"
        before = self.ask("GET", path)
        out = "##".join([before["attributes"]["post.logout.redirect.uris"], *addresses])
        attributes = {**before["attributes"], "post.logout.redirect.uris": out}
        during = {**before, "redirectUris": [*before["redirectUris"], *addresses], "attributes": attributes}
        return self._with(path, during, before)

    def lasting(self, client: str, seconds: int) -> Undone:
        """A client whose access tokens count for some seconds only."""
        path = f"/clients/{self._client(client)}"
        before = self.ask("GET", path)

        def lasting(lifespan: str) -> dict[str, Any]:
            return {**before, "attributes": {**before["attributes"], "access.token.lifespan": lifespan}}

        # An attribute that is left out is kept: it must be said to be empty.
        return self._with(path, lasting(str(seconds)), lasting(""))

    @contextmanager
    def newer_key(self) -> Iterator[None]:
        """A further key that signs from now on; the older ones are still published."""
        made = {"name": "newer", "providerId": SIGNING, "providerType": KEYS, "config": {"priority": ["500"]}}
        self.ask("POST", "/components", made)
        try:
            yield
        finally:
            newest = self._signing_keys()[-1]
            self.ask("DELETE", f"/components/{newest['id']}")

    @contextmanager
    def without_older_keys(self) -> Iterator[None]:
        """Only the newest key that signs is published: the others are withdrawn."""
        older = self._signing_keys()[:-1]
        for provider in older:
            self._enable(provider, "false")
        try:
            yield
        finally:
            for provider in older:
                self._enable(provider, "true")

    def ask(self, method: str, path: str, body: object = None) -> Any:
        """What the administration of the realm answers to a request; None where it answers nothing.

        `path` is the part after the realm's, as `/users`.
        """
        url = f"{self._address}/admin/realms/goldenthread{path}"
        headers = {"Authorization": f"Bearer {self._token()}"}
        answer = httpx2.request(method, url, json=body, headers=headers, timeout=30, trust_env=False)
        answer.raise_for_status()
        return answer.json() if answer.content else None

    @contextmanager
    def _with(self, path: str, during: object, after: object) -> Iterator[None]:
        self.ask("PUT", path, during)
        try:
            yield
        finally:
            self.ask("PUT", path, after)

    def _signing_keys(self) -> list[dict[str, Any]]:
        """What makes keys that sign, the one that signs now last."""
        found = [made for made in self.ask("GET", f"/components?type={KEYS}") if made["providerId"] == SIGNING]
        return sorted(found, key=lambda made: int(made["config"]["priority"][0]))

    def _enable(self, provider: dict[str, Any], enabled: str) -> None:
        config = {**provider["config"], "enabled": [enabled]}
        self.ask("PUT", f"/components/{provider['id']}", {**provider, "config": config})

    def _person(self, name: str) -> str:
        return str(self.ask("GET", f"/users?exact=true&username={name}")[0]["id"])

    def _client(self, name: str) -> str:
        return str(self.ask("GET", f"/clients?clientId={name}")[0]["id"])

    def _token(self) -> str:
        url = f"{self._address}/realms/master/protocol/openid-connect/token"
        asked = {"grant_type": "client_credentials"}
        answer = httpx2.post(url, data=asked, auth=self._account, timeout=30, trust_env=False)
        return str(answer.raise_for_status().json()["access_token"])
