"""Whether an id token says that the person signed in at our issuer, for our client, by our own question.

By OpenID Connect Core, section 3.1.3.7, with Authlib and joserfc. Authlib has no types, hence what is ignored here.
"""

from dataclasses import dataclass

from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.jwk import KeySet

from api.identity.access_tokens import HOSTILE, LEEWAY, accepted_headers
from api.identity.strict_json import StrictDecoder


class WrongIdToken(Exception):
    """It does not say so."""


@dataclass(frozen=True)
class Expected:
    """What it must speak of."""

    issuer: str
    client: str
    nonce: str
    access_token: str


def check_id_token(token: str, keys: KeySet, expected: Expected, now: float) -> None:
    """Check signature and claims. `now` in seconds since 1970.

    Raises:
        WrongIdToken: it does not count.
    """
    options = {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client},
    }
    said = {"nonce": expected.nonce, "client_id": expected.client, "access_token": expected.access_token}
    try:
        decoded = jwt.decode(token, keys, registry=accepted_headers(), decoder_cls=StrictDecoder)
        CodeIDToken(decoded.claims, decoded.header, options, said).validate(now=int(now), leeway=LEEWAY)
    except HOSTILE as fault:
        raise WrongIdToken(f"{type(fault).__name__}: {fault}") from fault
