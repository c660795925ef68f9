"""An issuer of access tokens that lives in this process: a fresh key at each start, tokens as any issuer signs them."""

import secrets
import time

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from api.identity.claims import ClaimNames
from api.personas.personas import PERSONAS, Persona

PATH = "/personas"
KEYS = f"{PATH}/keys"
METADATA = f"/.well-known/oauth-authorization-server{PATH}"

LIFETIME = 3600
"""Seconds for which a token counts; a new start ends it before."""


class Issuer:
    """Signs for the personas of one service at `origin`, in one workspace."""

    def __init__(self, origin: str, audience: str, workspace: str, names: ClaimNames) -> None:
        self._origin, self._audience, self._workspace, self._names = origin, audience, workspace, names
        self._key = ECKey.generate_key("P-256", {"kid": secrets.token_hex(8), "use": "sig", "alg": "ES256"})

    @property
    def name(self) -> str:
        """What tokens name it in `iss`."""
        return self._origin + PATH

    @property
    def keys(self) -> KeySet:
        """What proves its tokens."""
        return KeySet.import_key_set({"keys": [self._key.as_dict(private=False)]})

    def token(self, persona: Persona) -> str:
        """An access token by RFC 9068."""
        now = int(time.time())
        claims = {
            "iss": self.name,
            "aud": self._audience,
            # RFC 9068, section 2.2: where no person stands behind it, the subject is the client.
            "sub": persona.name,
            "client_id": persona.client,
            "iat": now,
            "exp": now + LIFETIME,
            "jti": secrets.token_hex(16),
            "scope": " ".join(persona.scopes),
            self._names.workspace: self._workspace,
            self._names.groups: list(persona.groups),
        }
        if persona.source is not None:
            claims[self._names.source] = persona.source
        header = {"alg": "ES256", "typ": "at+jwt", "kid": self._key.kid}
        return jwt.encode(header, claims, self._key)

    def routes(self) -> list[Route]:
        """Its metadata (RFC 8414) and its keys, as any issuer publishes them."""
        return [Route(METADATA, self.metadata), Route(KEYS, self.published_keys)]

    def metadata(self, request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": self.name,
                "jwks_uri": self._origin + KEYS,
                "response_types_supported": [],
                "grant_types_supported": [],
                "scopes_supported": sorted({scope for persona in PERSONAS for scope in persona.scopes}),
            }
        )

    def published_keys(self, request: Request) -> Response:
        return JSONResponse(self.keys.as_dict())
