"""Hostile tokens: no signature, the wrong one, the wrong key, headers that lead elsewhere, texts that are no token."""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Literal

from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from joserfc.jwk import ECKey, OKPKey, RSAKey

from tests.requests.identity.hostile import (
    Issuers,
    Making,
    bent,
    header,
    header_without,
    raw_header,
    signed_by,
)
from tests.requests.identity.issuing import Signing, by, new_key, signed

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""Of the curve P-256."""

MINE = new_key("first")
RSA = RSAKey.generate_key(2048, {"kid": "first"})
EDWARDS = OKPKey.generate_key("Ed25519", {"kid": "first"})
WIDE = new_key("first", "P-384")


def always(signature: bytes) -> Signing:
    return lambda text: signature


def keyed(encoding: Literal["PEM", "DER"], algorithm: str = "sha256") -> "Making":
    """Signed with the issuer's public key, as if it were a secret."""
    name = {"sha256": "HS256", "sha384": "HS384", "sha512": "HS512"}[algorithm]

    def signing(all_: Issuers) -> Signing:
        key = all_.first.keys[-1]
        assert isinstance(key, ECKey)
        secret = key.as_bytes(encoding=encoding, private=False)
        return lambda text: hmac.new(secret, text, getattr(hashlib, algorithm)).digest()

    return signed_by(signing, alg=name)


def secret(text: bytes) -> Making:
    return signed_by(lambda all_: lambda text_: hmac.new(text, text_, hashlib.sha256).digest(), alg="HS256")


def der(all_: Issuers) -> Signing:
    """A right signature in the other usual form."""

    def signing(text: bytes) -> bytes:
        both = all_.first.sign(text)
        return encode_dss_signature(int.from_bytes(both[:32], "big"), int.from_bytes(both[32:], "big"))

    return signing


def unsigned(alg: object) -> Making:
    return signed_by(lambda all_: always(b""), alg=alg)


def signed_with(alg: object) -> Making:
    """Another algorithm in the header, above a right signature."""
    return header(alg=alg)


def mine(**changed: object) -> Making:
    return signed_by(lambda all_: by(MINE), **changed)


def with_payload_of_another(token: str) -> str:
    head, payload, signature = token.split(".")
    return (
        f"{head}.{payload[:-4]}AAAA.{signature}" if not payload.endswith("AAAA") else f"{head}.A{payload}.{signature}"
    )


UNSIGNED: Mapping[str, Making] = {
    f"{kind} alg {alg!r}": make(alg)
    for kind, make in (("unsigned", unsigned), ("signed", signed_with))
    for alg in ("none", "None", "NONE", "nOnE", "none ", "", None, 0, True, ["none"], ["ES256"], {"ES256": 1})
}

ALGORITHMS: Mapping[str, Making] = {
    "no alg": header_without("alg"),
    "HS256 with the public key in PEM": keyed("PEM"),
    "HS384 with the public key in PEM": keyed("PEM", "sha384"),
    "HS512 with the public key in PEM": keyed("PEM", "sha512"),
    "HS256 with the public key in DER": keyed("DER"),
    "HS256 with nothing": secret(b""),
    "HS256 with the key's id": secret(b"first"),
    "HS256 above a right signature": signed_with("HS256"),
    "alg in small letters": signed_with("es256"),
    "alg with a space": signed_with("ES256 "),
    "alg of another curve": signed_with("ES384"),
    "alg of another curve, another key": signed_by(lambda all_: by(WIDE, "ES384"), alg="ES384"),
    "alg of another kind, another key": signed_by(lambda all_: by(RSA, "RS256"), alg="RS256"),
    "alg PS256, another key": signed_by(lambda all_: by(RSA, "PS256"), alg="PS256"),
    "alg Ed25519, another key": signed_by(lambda all_: by(EDWARDS, "Ed25519"), alg="Ed25519"),
    "alg EdDSA": signed_with("EdDSA"),
    "alg ES256K": signed_with("ES256K"),
    "alg unknown": signed_with("XX256"),
    "alg of an encryption": signed_with("dir"),
}

SIGNATURES: Mapping[str, Making] = {
    "signature of zeros": signed_by(lambda all_: always(bytes(64))),
    "signature of ones": signed_by(lambda all_: always(b"\xff" * 64)),
    "signature of the order": signed_by(lambda all_: always(ORDER.to_bytes(32, "big") * 2)),
    "signature of r 1, s 0": signed_by(lambda all_: always(bytes(31) + b"\x01" + bytes(32))),
    "signature in DER": signed_by(der),
    "signature cut": signed_by(lambda all_: lambda text: all_.first.sign(text)[:63]),
    "signature with more": signed_by(lambda all_: lambda text: all_.first.sign(text) + b"\x00"),
    "signature of another text": signed_by(lambda all_: always(all_.first.sign(b"x"))),
    "signature of a thousand bytes": signed_by(lambda all_: always(bytes(1000))),
    "signed by a stranger under the right key id": mine(),
    "signed by another trusted issuer": signed_by(lambda all_: all_.second.sign),
    "signed by another trusted issuer, with its key id": signed_by(lambda all_: all_.second.sign, kid="second"),
    "another trusted issuer named": lambda all_: signed(
        all_.first.header(), all_.first.claims(iss=all_.second.url), all_.first.sign
    ),
    "of a stranger": lambda all_: all_.stranger.token(),
    "payload changed": bent(with_payload_of_another),
}

OWN = MINE.as_dict(private=False)
ELSEWHERE = "http://127.0.0.1:9/keys"

HEADERS: Mapping[str, Making] = {
    "jwk, signed by it": mine(jwk=OWN),
    "jwk without a kid, signed by it": mine(jwk=OWN, kid=None),
    "jwk, signed rightly": header(jwk=OWN),
    "jku": mine(jku=ELSEWHERE),
    "jku, signed rightly": header(jku=ELSEWHERE),
    "x5u": mine(x5u=ELSEWHERE),
    "x5u, signed rightly": header(x5u=ELSEWHERE),
    "x5c": mine(x5c=["MIIB"]),
    "x5c, signed rightly": header(x5c=["MIIB"]),
    "crit of nothing": header(crit=[]),
    "crit of what it has": header(crit=["typ"]),
    "crit of what nobody knows": header(crit=["exp"], exp=1),
    "crit that is no list": header(crit="typ"),
    "crit of lists": header(crit=[["typ"]]),
    "b64 false": header(b64=False),
    "b64 false, crit": header(b64=False, crit=["b64"]),
    "zip": header(zip="DEF"),
    "enc": header(enc="A256GCM"),
    "nested": header(cty="JWT"),
    "a header that nobody knows": header(foo=1),
    **{f"kid {kid!r:.40}": header(kid=kid) for kid in (None, 0, 1.5, True, [], ["first"], {}, {"first": 1}, "")},
    **{
        f"kid {kid!r:.40}": header(kid=kid)
        for kid in (
            "FIRST",
            "first ",
            "second",
            "../../../../dev/null",
            "' OR '1'='1",
            "first\x00",
            "\ud800",
            "k" * 400,
        )
    },
    "no kid": header_without("kid"),
    **{
        f"typ {typ!r}": header(typ=typ)
        for typ in (None, "", "JWT", "jwt", "at", "at+jwt ", "at+jwt+x", "application/jwt", "dpop+jwt", ["at+jwt"], 7)
    },
    "no typ": header_without("typ"),
    "alg twice": raw_header(b'{"alg":"none","typ":"at+jwt","kid":"first","alg":"ES256"}'),
    "kid twice": raw_header(b'{"alg":"ES256","typ":"at+jwt","kid":"x","kid":"first"}'),
    "typ twice": raw_header(b'{"alg":"ES256","typ":"JWT","kid":"first","typ":"at+jwt"}'),
    "header with NaN": raw_header(b'{"alg":"ES256","typ":"at+jwt","kid":"first","x5t":NaN}'),
    "header is a list": raw_header(b'["alg","ES256","kid","first"]'),
    "header is a text": raw_header(b'"alg kid typ"'),
    "header is a number": raw_header(b"7"),
    "header is null": raw_header(b"null"),
    "header is no JSON": raw_header(b"{alg:ES256}"),
    "header is not UTF-8": raw_header(b'{"alg":"ES256","typ":"at+jwt","kid":"\xff"}'),
    "header is deep": raw_header(
        b'{"alg":"ES256","typ":"at+jwt","kid":"first","x5t":' + b"[" * 2500 + b"]" * 2500 + b"}"
    ),
    "header is huge": header(x5t="A" * 5000),
}

SHAPES: Mapping[str, Making] = {
    "one part": lambda all_: "x",
    "two parts": bent(lambda token: token.rpartition(".")[0]),
    "an empty signature": bent(lambda token: token.rpartition(".")[0] + "."),
    "an empty payload": bent(lambda token: ".".join([token.split(".")[0], "", token.split(".")[2]])),
    "four parts": bent(lambda token: token + ".x"),
    "five parts, as if encrypted": bent(lambda token: token + ".x.y"),
    "dots": lambda all_: "..",
    "padded": bent(lambda token: token + "=="),
    "in the other alphabet": bent(lambda token: token + "+/"),
    "with a space": bent(lambda token: token.replace(".", ". ")),
    "in quotation marks": bent(lambda token: f'"{token}"'),
    "percent-encoded": bent(lambda token: token.replace(".", "%2E")),
    "twice, with a comma": bent(lambda token: f"{token}, {token}"),
    "with bits left over": bent(lambda token: token[:-1] + chr(ord(token[-1]) + 1)),
    "beyond 8 KB": lambda all_: all_.first.token(more="x" * 7000),
    "of 60 KB": lambda all_: "x" * 60_000,
    "a basic credential": lambda all_: "YWRhOnNlY3JldA==",
    "JSON": lambda all_: '{"alg":"none"}',
}

FORMS = {**UNSIGNED, **ALGORITHMS, **SIGNATURES, **HEADERS, **SHAPES}
