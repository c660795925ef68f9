"""A service with every setting of the edge set, and somebody with a token who asks it over HTTP."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2

from tests.requests.identity.issuing import Issuer

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
LARGEST = 10_000


@dataclass
class Service:
    """The application at `url`, which trusts the issuer. `documents` are those that it trusts, by their sha256."""

    url: str
    issuer: Issuer
    documents: Mapping[str, str]
    tokens: dict[tuple[str, str], str] = field(default_factory=dict)

    def token(self, client: str = "explorer", workspace: str = "edge") -> str:
        if (client, workspace) not in self.tokens:
            claims = {"sub": client, "client_id": client, "workspace": workspace, "exp": int(time.time()) + 3600}
            self.tokens[client, workspace] = self.issuer.token(**claims)
        return self.tokens[client, workspace]

    def headers(self, **headers: str) -> dict[str, str]:
        """Those of the usual client, but for what is changed: `content_type="…"`."""
        changed = {name.replace("_", "-"): value for name, value in headers.items()}
        return {"authorization": f"Bearer {self.token()}", "content-type": JSON, **changed}

    def post(self, body: bytes | str, **headers: str) -> httpx2.Response:
        return httpx2.post(f"{self.url}/graphql", content=body, headers=self.headers(**headers), timeout=30)

    def get(self, parameters: Mapping[str, str], **headers: str) -> httpx2.Response:
        return httpx2.get(f"{self.url}/graphql", params=parameters, headers=self.headers(**headers), timeout=30)

    def ask(self, asked: Any, client: str = "explorer", workspace: str = "edge", accept: str = JSON) -> httpx2.Response:
        """Posts anything as JSON."""
        headers = {"authorization": f"Bearer {self.token(client, workspace)}", "accept": accept}
        return httpx2.post(f"{self.url}/graphql", json=asked, headers=headers, timeout=30)


def code(answer: httpx2.Response) -> str:
    """The code of an answer that is one error of our form and nothing else."""
    told = answer.json()
    assert set(told) == {"errors"}, told
    [error] = told["errors"]
    assert error["message"]
    assert error["extensions"]["docs"] == f"/docs/errors#{error['extensions']['code']}"
    return str(error["extensions"]["code"])
