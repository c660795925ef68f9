"""A small issuer of the tests: it publishes metadata and keys over HTTP, counts who asks, and signs anything."""

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from joserfc.jwk import ECKey, Key
from joserfc.jws import JWSRegistry
from joserfc.util import urlsafe_b64encode

AUDIENCE = "https://api.example.org/graphql"

Signing = Callable[[bytes], bytes]


def new_key(kid: str, curve: str = "P-256") -> ECKey:
    return ECKey.generate_key(curve, {"kid": kid, "use": "sig"})


def by(key: Key, algorithm: str = "ES256") -> Signing:
    """Signs with a key."""
    return lambda text: JWSRegistry.algorithms[algorithm].sign(text, key)


def encoded(part: object) -> bytes:
    """A part of a token: bytes as they are, anything else as JSON, with NaN and the like as Python writes them."""
    return urlsafe_b64encode(part if isinstance(part, bytes) else json.dumps(part).encode())


def signed(header: object, claims: object, signing: Signing) -> str:
    text = encoded(header) + b"." + encoded(claims)
    return (text + b"." + urlsafe_b64encode(signing(text))).decode()


@dataclass
class Issuer:
    """What it publishes can change at any time."""

    url: str
    keys: list[Key] = field(default_factory=lambda: [new_key("first")])
    asked: Counter[str] = field(default_factory=Counter)
    is_down: bool = False
    takes: float = 0
    answers: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    """Instead of what it would answer: status and body by the last part of the path."""

    def claims(self, **changed: Any) -> dict[str, Any]:
        """Those of a token that counts, but for what is changed."""
        now = int(time.time())
        return {
            "iss": self.url,
            "aud": AUDIENCE,
            "sub": "ada",
            "client_id": "explorer",
            "iat": now,
            "exp": now + 300,
            "jti": "7f0c",
            "scope": "work:read people:read",
            "workspace": "acme",
            **changed,
        }

    def header(self, **changed: Any) -> dict[str, Any]:
        return {"alg": "ES256", "typ": "at+jwt", "kid": self.keys[-1].kid, **changed}

    def token(self, **changed: Any) -> str:
        """A token that counts, but for the claims that are changed."""
        return signed(self.header(), self.claims(**changed), self.sign)

    def sign(self, text: bytes) -> bytes:
        return by(self.keys[-1])(text)

    def rotate(self, kid: str) -> None:
        """Publish and use another key."""
        self.keys = [new_key(kid)]

    def published(self, path: str) -> tuple[int, bytes]:
        """The answer to a path."""
        last = path.rpartition("/")[2]
        self.asked[last] += 1
        time.sleep(self.takes)
        if self.is_down:
            return 503, b""
        if last in self.answers:
            return self.answers[last]
        return self._answer(last)

    def _answer(self, last: str) -> tuple[int, bytes]:
        documents: Mapping[str, object] = {
            "openid-configuration": {"issuer": self.url, "jwks_uri": f"{self.url}/keys"},
            "keys": {"keys": [key.as_dict(private=False) for key in self.keys]},
        }
        return (200, json.dumps(documents[last]).encode()) if last in documents else (404, b"")


@contextmanager
def issuing(path: str = "") -> Iterator[Issuer]:
    """An issuer on a free port of this machine, with this path in its name."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = issuer.published(self.path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        issuer = Issuer(f"http://127.0.0.1:{server.server_port}{path}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield issuer
        finally:
            server.shutdown()
            thread.join()
