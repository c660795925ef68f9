"""Whether a token is an access token for this service: RFC 9068 and RFC 8725, by Authlib and joserfc.

Authlib has no types, hence `Any` and what is ignored here. As it comes it lets pass a token without a type or with one
key for all ids, knows three algorithms, one of them symmetric, and stumbles over hostile text: all that is closed here.
"""

from typing import Any

from authlib.oauth2.rfc6749 import ResourceProtector  # type: ignore[import-untyped]
from authlib.oauth2.rfc6750.errors import InvalidTokenError  # type: ignore[import-untyped]
from authlib.oauth2.rfc9068 import JWTBearerTokenValidator  # type: ignore[import-untyped]
from authlib.oauth2.rfc9068.claims import JWTAccessTokenClaims  # type: ignore[import-untyped]
from cryptography.exceptions import UnsupportedAlgorithm
from joserfc import jwt
from joserfc.errors import ClaimError, ExpiredTokenError, JoseError
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from joserfc.registry import JWS_HEADER_REGISTRY

from api.identity.challenges import Challenge, invalid_token
from api.identity.names import is_instant, is_name
from api.identity.strict_json import StrictDecoder

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519")
"""Who can check these cannot sign with them."""

TYPES = ("at+jwt", "application/at+jwt")

NAMES = ("sub", "client_id", "jti")
INSTANTS = ("exp", "iat")

LEEWAY = 30
"""Seconds that the clocks of issuer and service may differ."""

HEADERS = ("alg", "typ", "kid", "x5t", "x5t#S256")
"""The headers that a token may have. One that brings a key, or the address of one, is refused."""

HOSTILE = (
    JoseError,
    UnsupportedAlgorithm,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
    RecursionError,
)
"""All that decoding a text of anyone's making can raise."""

MALFORMED = "It is no access token that this service can read: get a new one from the issuer."


class _Presented:
    """A request as Authlib wants to see it, whatever way the token came."""

    def __init__(self, token: str) -> None:
        self.headers = {"Authorization": f"Bearer {token}"}


class AccessTokens(JWTBearerTokenValidator):  # type: ignore[misc]
    """The tokens of one issuer for one audience at one instant, in seconds since 1970."""

    def __init__(self, issuer: str, audience: str, keys: KeySet, now: float) -> None:
        super().__init__(issuer, audience)
        self._keys, self._now = keys, int(now)

    def verified(self, token: str) -> dict[str, Any]:
        """The claims of a token that counts.

        Raises:
            Challenge: it does not count.
        """
        protector = ResourceProtector()
        protector.register_token_validator(self)
        try:
            claims: dict[str, Any] = protector.validate_request(None, _Presented(token))
        except InvalidTokenError as refused:
            raise _challenge(refused) from refused
        return claims

    def get_jwks(self) -> KeySet:
        return self._keys

    def authenticate_token(self, token_string: str) -> JWTAccessTokenClaims:
        """The claims of a token with a right signature, header and set of claims; Authlib's word for it."""
        try:
            token = jwt.decode(token_string, self.get_jwks(), registry=accepted_headers(), decoder_cls=StrictDecoder)
        except HOSTILE as fault:
            raise InvalidTokenError(MALFORMED) from fault
        if str(token.header.get("typ")).lower() not in TYPES:
            raise InvalidTokenError("It is no access token: its type must be at+jwt (RFC 9068).")
        return JWTAccessTokenClaims(token.claims, token.header, self._options())

    def validate_token(self, token: JWTAccessTokenClaims, scopes: None, request: _Presented) -> None:
        """Check the claims; Authlib's word for it. Scopes are checked where they are needed, field by field."""
        try:
            token.validate(now=self._now, leeway=LEEWAY)
        except JoseError as fault:
            raise InvalidTokenError(_reason(fault)) from fault
        wrong = [name for name in NAMES if not is_name(token[name])]
        wrong += [name for name in INSTANTS if not is_instant(token[name])]
        if token.get("azp", token["client_id"]) != token["client_id"]:
            wrong.append("azp")
        if wrong:
            raise InvalidTokenError(_wrong(wrong[0]))
        if "cnf" in token:
            raise InvalidTokenError("It is bound to a key, and no proof of that is checked here: get a bearer token.")

    def _options(self) -> dict[str, Any]:
        needed = {"essential": True}
        return {
            "iss": {**needed, "value": self.issuer},
            "aud": {**needed, "value": self.resource_server},
            **dict.fromkeys((*NAMES, *INSTANTS), needed),
        }


def accepted_headers() -> JWSRegistry:
    """Which headers and algorithms a token of an issuer may have."""
    registry = JWSRegistry(algorithms=ALGORITHMS)
    registry.header_registry = {name: JWS_HEADER_REGISTRY[name] for name in HEADERS}
    return registry


def _reason(fault: JoseError) -> str:
    if isinstance(fault, ExpiredTokenError):
        return "It has expired: get a new one from the issuer."
    if isinstance(fault, ClaimError):
        return _wrong(fault.claim)
    return MALFORMED


def _wrong(claim: str) -> str:
    return f"Its claim {claim} is missing or wrong: get one that is made for this service (RFC 9068)."


def _challenge(refused: InvalidTokenError) -> Challenge:
    return invalid_token(f"The access token does not count. {refused.description}")
