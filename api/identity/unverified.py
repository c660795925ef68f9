"""What a token says of itself before anything of it is believed: whose keys, and which of them, would prove it."""

import re
from dataclasses import dataclass
from typing import Any

from joserfc.util import urlsafe_b64decode

from api.identity.strict_json import strictly_decoded

LONGEST = 8192
"""Characters of the longest token that is read."""

SHAPE = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){2}", re.ASCII)


@dataclass(frozen=True)
class Unverified:
    """The issuer and the key that a token names."""

    issuer: str
    key_id: str


def read_unverified(token: str) -> Unverified:
    """Which issuer and key a token names.

    Raises:
        ValueError: it is no signed token, or names none.
    """
    if len(token) > LONGEST or not SHAPE.fullmatch(token):
        raise ValueError("It has not the form of a signed token.")
    header, claims, _signature = token.split(".")
    return Unverified(_text(_decoded(claims), "iss"), _text(_decoded(header), "kid"))


def _decoded(part: str) -> dict[str, Any]:
    """Any members, hence `Any`."""
    return strictly_decoded(urlsafe_b64decode(part.encode()))


def _text(members: dict[str, Any], name: str) -> str:
    value = members.get(name)
    if not isinstance(value, str) or not value:
        raise ValueError(f"It has no {name}.")
    return value
