"""An OpenID provider of the tests: it signs its one person in without asking, and is as strict as a real one.

It registers one client, binds each code to its browser's question, gives each code and refresh token once, and takes
back all that came of one that is used twice.
"""

import base64
import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote_plus, urlencode

from joserfc import jwt
from joserfc.jwk import ECKey, KeySet
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from tests.requests.identity.asking import Clock
from tests.requests.identity.issuing import Issuer

CLIENT = "goldenthread-explorer"
SECRET = "p+ss %w:rd"
COOKIE = "provider-session"

Words = dict[str, str]


@dataclass
class Grant:
    """What one question came to."""

    nonce: str
    scope: str
    session: str
    is_revoked: bool = False


@dataclass
class Wrong:
    """What a test has the provider do otherwise: claims, parameters and members that change (None: are not there)."""

    metadata: dict[str, Any] = field(default_factory=dict)
    answer: dict[str, str | None] = field(default_factory=dict)
    tokens: dict[str, Any] = field(default_factory=dict)
    access_claims: dict[str, Any] = field(default_factory=dict)
    id_claims: dict[str, Any] = field(default_factory=dict)
    id_header: dict[str, Any] = field(default_factory=dict)
    id_key: ECKey | None = None
    denies: str | None = None
    down: set[str] = field(default_factory=set)


@dataclass
class Provider(Issuer):
    """One client may lead back to the addresses. Its access tokens live for `lifetime` seconds of its clock."""

    clock: Clock = field(default_factory=Clock)
    lifetime: int = 300
    wrong: Wrong = field(default_factory=Wrong)
    addresses: set[str] = field(default_factory=set)
    rotates: bool = True

    questions: list[Words] = field(default_factory=list)
    codes: dict[str, tuple[Words, Grant]] = field(default_factory=dict)
    refresh_tokens: dict[str, Grant] = field(default_factory=dict)
    used: dict[str, Grant] = field(default_factory=dict)
    sessions: set[str] = field(default_factory=set)

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.configuration),
                Route("/keys", self.published_keys),
                Route("/authorize", self.authorize),
                Route("/token", self.token_endpoint, methods=["POST"]),
                Route("/revoke", self.revoke, methods=["POST"]),
                Route("/end-session", self.end_session),
            ],
            middleware=[Middleware(BaseHTTPMiddleware, dispatch=self.count)],
        )

    async def count(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        name = request.url.path.rpartition("/")[2]
        self.asked[name] += 1
        return Response(status_code=503) if name in self.wrong.down else await call_next(request)

    async def configuration(self, request: Request) -> Response:
        metadata = {
            "issuer": self.url,
            "jwks_uri": f"{self.url}/keys",
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "revocation_endpoint": f"{self.url}/revoke",
            "end_session_endpoint": f"{self.url}/end-session",
            "scopes_supported": ["openid", "profile", "work:read", "people:read"],
            "code_challenge_methods_supported": ["S256"],
            "authorization_response_iss_parameter_supported": True,
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        }
        return JSONResponse({name: v for name, v in (metadata | self.wrong.metadata).items() if v is not None})

    async def published_keys(self, request: Request) -> Response:
        return JSONResponse({"keys": [key.as_dict(private=False) for key in self.keys]})

    async def authorize(self, request: Request) -> Response:
        asked = dict(request.query_params)
        self.questions.append(asked)
        wrong = self._wrong(asked)
        if wrong:
            return PlainTextResponse(wrong, 400)
        said: dict[str, str | None] = {"state": asked["state"], "iss": self.url}
        answer = Response(status_code=302)
        if self.wrong.denies:
            said |= {"error": self.wrong.denies, "error_description": "<b>no</b>"}
        else:
            said["code"] = self._code(asked, self._session(request, answer))
        said |= self.wrong.answer
        query = urlencode({name: value for name, value in said.items() if value is not None})
        answer.headers["Location"] = f"{asked['redirect_uri']}?{query}"
        return answer

    async def token_endpoint(self, request: Request) -> Response:
        sent = dict(parse_qsl((await request.body()).decode()))
        if not self._is_client(request, sent):
            return _refused("invalid_client", 401)
        grant = self._by_code(sent) if sent["grant_type"] == "authorization_code" else self._by_refresh_token(sent)
        return _refused("invalid_grant") if grant is None else JSONResponse(self._given(grant))

    async def revoke(self, request: Request) -> Response:
        sent = dict(parse_qsl((await request.body()).decode()))
        if not self._is_client(request, sent):
            return _refused("invalid_client", 401)
        grant = self.refresh_tokens.pop(sent["token"], None)
        if grant is not None:
            grant.is_revoked = True
        return Response()

    async def end_session(self, request: Request) -> Response:
        hint = jwt.decode(request.query_params["id_token_hint"], KeySet(self.keys), algorithms=["ES256"])
        back_to = request.query_params["post_logout_redirect_uri"]
        if hint.claims["aud"] != CLIENT or back_to not in self.addresses:
            return PlainTextResponse("wrong hint or address", 400)
        self.sessions.discard(hint.claims["sid"])
        answer = RedirectResponse(back_to, 302)
        answer.delete_cookie(COOKIE)
        return answer

    def _wrong(self, asked: Words) -> str:
        if asked.get("client_id") != CLIENT or asked.get("redirect_uri") not in self.addresses:
            return "unknown client or redirect_uri"
        if asked.get("code_challenge_method") != "S256" or len(asked.get("code_challenge", "")) != 43:
            return "PKCE is required"
        return "" if asked.get("response_type") == "code" and "openid" in asked["scope"].split() else "no OpenID"

    def _session(self, request: Request, answer: Response) -> str:
        session = request.cookies.get(COOKIE, "")
        if session not in self.sessions:
            session = secrets.token_hex(8)
            self.sessions.add(session)
            answer.set_cookie(COOKIE, session, httponly=True)
        return session

    def _code(self, asked: Words, session: str) -> str:
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked, Grant(asked.get("nonce", ""), asked["scope"], session)
        return code

    def _is_client(self, request: Request, sent: Words) -> bool:
        header = request.headers.get("authorization", "")
        if header.startswith("Basic "):
            name, _, secret = base64.b64decode(header[6:]).decode().partition(":")
            return (unquote_plus(name), unquote_plus(secret)) == (CLIENT, SECRET)
        return (sent.get("client_id"), sent.get("client_secret")) == (CLIENT, SECRET)

    def _by_code(self, sent: Words) -> Grant | None:
        if sent["code"] in self.used:
            self.used[sent["code"]].is_revoked = True
            return None
        asked, grant = self.codes.pop(sent["code"], ({}, Grant("", "", "")))
        self.used[sent["code"]] = grant
        challenge = base64.urlsafe_b64encode(hashlib.sha256(sent["code_verifier"].encode()).digest()).rstrip(b"=")
        proves = asked.get("code_challenge") == challenge.decode() and asked["redirect_uri"] == sent["redirect_uri"]
        return grant if proves else None

    def _by_refresh_token(self, sent: Words) -> Grant | None:
        if sent["refresh_token"] in self.used:
            self.used[sent["refresh_token"]].is_revoked = True
            return None
        grant = self.refresh_tokens.pop(sent["refresh_token"], None)
        if grant is None or grant.is_revoked or grant.session not in self.sessions:
            return None
        if self.rotates:
            self.used[sent["refresh_token"]] = grant
        else:
            self.refresh_tokens[sent["refresh_token"]] = grant
        return grant

    def _given(self, grant: Grant) -> dict[str, Any]:
        refresh_token = secrets.token_urlsafe(16)
        self.refresh_tokens[refresh_token] = grant
        now = int(self.clock())
        lasting = {"iss": self.url, "iat": now, "exp": now + self.lifetime}
        access = {"client_id": CLIENT, "jti": secrets.token_hex(8), "scope": grant.scope}
        person = {"aud": CLIENT, "sub": "ada", "nonce": grant.nonce, "sid": grant.session}
        given = {
            "access_token": self.token(**{**lasting, **access, **self.wrong.access_claims}),
            "token_type": "Bearer",
            "expires_in": self.lifetime,
            "refresh_token": refresh_token,
            "id_token": self._id_token({**lasting, **person, **self.wrong.id_claims}),
        }
        return {name: value for name, value in (given | self.wrong.tokens).items() if value is not None}

    def _id_token(self, claims: dict[str, Any]) -> str:
        key = self.wrong.id_key or self.keys[-1]
        there = {name: value for name, value in claims.items() if value is not None}
        return jwt.encode({"alg": "ES256", "typ": "JWT", "kid": key.kid, **self.wrong.id_header}, there, key)


def _refused(error: str, status: int = 400) -> Response:
    return JSONResponse({"error": error, "error_description": "<script>"}, status)
