"""The tokens of one sign-in, as the issuer gives them at its end and anew at each renewal."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from joserfc.util import urlsafe_b64decode

from api.identity.names import is_instant
from api.identity.strict_json import strictly_decoded
from api.identity.unverified import read_unverified


@dataclass(frozen=True)
class TokenSet:
    """`ends_at` is the access token's own word: seconds since 1970, 0 where it says nothing readable."""

    access_token: str
    refresh_token: str | None
    id_token: str | None
    ends_at: float

    def renewed_by(self, later: "TokenSet") -> "TokenSet":
        """What counts after a renewal: a refresh token that is not replaced, and the id token that was checked."""
        return replace(later, refresh_token=later.refresh_token or self.refresh_token, id_token=self.id_token)


def token_set_of(answer: Mapping[str, Any]) -> TokenSet:
    """What a token endpoint answers; its values can be anything, hence `Any`.

    Raises:
        ValueError: it holds no bearer token.
    """
    access_token, kind = answer.get("access_token"), answer.get("token_type")
    if not isinstance(access_token, str) or not isinstance(kind, str) or kind.lower() != "bearer":
        raise ValueError("It holds no bearer token.")
    refresh_token, id_token = (_text(answer.get(name)) for name in ("refresh_token", "id_token"))
    return TokenSet(access_token, refresh_token, id_token, _end_of(access_token))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _end_of(access_token: str) -> float:
    """Not yet believed: the token is checked at each use."""
    try:
        read_unverified(access_token)
        ends_at = strictly_decoded(urlsafe_b64decode(access_token.split(".")[1].encode())).get("exp")
    except ValueError:
        return 0.0
    return float(ends_at) if is_instant(ends_at) else 0.0
