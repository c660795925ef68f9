"""Which of an issuer's published keys can prove a token: public, asymmetric, for signatures, each with an id."""

from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from joserfc.errors import JoseError
from joserfc.jwk import JWKRegistry, Key, KeySet

MOST = 64
"""Keys of one issuer that are kept."""

TYPES = ("RSA", "EC", "OKP")

SHORTEST_MODULUS = 342
"""Characters of an RSA modulus of 2048 bits in base64url; shorter keys prove nothing any more."""

LONGEST_MODULUS = 1366
"""The same of 8192 bits; longer ones only cost time."""

UNUSABLE = (JoseError, UnsupportedAlgorithm, ValueError, TypeError, KeyError, AttributeError)
"""All that a key can raise that is none, or is of a kind that nobody here knows."""


def usable_keys(published: object) -> KeySet:
    """The keys of a document by RFC 7517. One that cannot be used is passed over, for others may be.

    Raises:
        ValueError: there is none.
    """
    listed = published.get("keys") if isinstance(published, dict) else None
    keys = [key for key in map(_usable, listed[:MOST]) if key is not None] if isinstance(listed, list) else []
    if not keys:
        raise ValueError("It holds no key that can check a signature.")
    return KeySet(keys)


def _usable(published: Any) -> Key | None:
    """The key; what is published can be anything, hence `Any`."""
    try:
        return JWKRegistry.import_key(published) if _is_fit(published) else None
    except UNUSABLE:
        return None


def _is_fit(published: Any) -> bool:
    return (
        isinstance(published["kid"], str)
        and published["kty"] in TYPES
        and published.get("use", "sig") == "sig"
        and "d" not in published  # a private key that is published is nobody's any more
        and SHORTEST_MODULUS <= len(published.get("n", "-" * SHORTEST_MODULUS)) <= LONGEST_MODULUS
    )
