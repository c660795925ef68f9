"""What a row of the table of hostile tokens is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.requests.identity.issuing import Issuer, Signing, signed


@dataclass(frozen=True)
class Issuers:
    """Two that the service trusts, and one that it does not."""

    first: Issuer
    second: Issuer
    stranger: Issuer


Making = Callable[[Issuers], str]


def header(**changed: Any) -> Making:
    """A token with another header, signed by the right key."""
    return lambda all_: signed(all_.first.header(**changed), all_.first.claims(), all_.first.sign)


def header_without(name: str) -> Making:
    def making(all_: Issuers) -> str:
        left = {key: value for key, value in all_.first.header().items() if key != name}
        return signed(left, all_.first.claims(), all_.first.sign)

    return making


def raw_header(text: bytes) -> Making:
    return lambda all_: signed(text, all_.first.claims(), all_.first.sign)


def claims(**changed: Any) -> Making:
    """A token with other claims, signed by the right key."""
    return lambda all_: all_.first.token(**changed)


def claims_without(name: str) -> Making:
    def making(all_: Issuers) -> str:
        left = {key: value for key, value in all_.first.claims().items() if key != name}
        return signed(all_.first.header(), left, all_.first.sign)

    return making


def raw_claims(text: bytes) -> Making:
    return lambda all_: signed(all_.first.header(), text, all_.first.sign)


def written_into_claims(text: str) -> Making:
    """Right claims with more text before the closing brace: names that stand twice, numbers that JSON does not know."""

    def making(all_: Issuers) -> str:
        token = all_.first.claims()
        written = "{" + ",".join(f'"{name}":{_written(value)}' for name, value in token.items()) + "," + text + "}"
        return signed(all_.first.header(), written.encode(), all_.first.sign)

    return making


def instead_of(name: str, text: str) -> Making:
    """Right claims, but one of them written as this text."""

    def making(all_: Issuers) -> str:
        members = {key: _written(value) for key, value in all_.first.claims().items()} | {name: text}
        written = "{" + ",".join(f'"{key}":{value}' for key, value in members.items()) + "}"
        return signed(all_.first.header(), written.encode(), all_.first.sign)

    return making


def signed_by(make: Callable[[Issuers], Signing], **changed: Any) -> Making:
    """Right claims, signed in another way."""
    return lambda all_: signed(all_.first.header(**changed), all_.first.claims(), make(all_))


def bent(bend: Callable[[str], str]) -> Making:
    """A token that counted, and was changed afterwards."""
    return lambda all_: bend(all_.first.token())


def _written(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
