"""Hostile tokens whose signature is right: claims that are missing, wrong, of the wrong type, huge, deep."""

import json
import time
from collections.abc import Mapping

from tests.requests.identity.hostile import (
    Making,
    claims,
    claims_without,
    instead_of,
    raw_claims,
    written_into_claims,
)
from tests.requests.identity.issuing import AUDIENCE

NEEDED = ("iss", "aud", "exp", "iat", "sub", "client_id", "jti")
WRONG: tuple[object, ...] = (None, "", [], {}, True, [["x"]], {"x": {}})

NOW = int(time.time())
LATER = NOW + 3600

MISSING: Mapping[str, Making] = {f"no {name}": claims_without(name) for name in NEEDED}

WRONG_TYPES: Mapping[str, Making] = {
    f"{name} {value!r}": claims(**{name: value}) for name in NEEDED for value in WRONG
} | {f"{name} 7": claims(**{name: 7}) for name in NEEDED if name != "iat"}

INSTANTS: Mapping[str, Making] = {
    "expired beyond the leeway": claims(exp=NOW - 31),
    "expired in 1970": claims(exp=0),
    "exp before 1970": claims(exp=-1),
    "exp as a text": claims(exp=str(LATER)),
    "exp in a list": claims(exp=[LATER]),
    "exp NaN": instead_of("exp", "NaN"),
    "exp Infinity": instead_of("exp", "Infinity"),
    "exp 1e999": instead_of("exp", "1e999"),
    "exp 1e300": instead_of("exp", "1e300"),
    "exp after the year 9999": claims(exp=253_402_300_800),
    "exp of 4,000 digits": instead_of("exp", "9" * 4000),
    "exp of 5,000 digits": instead_of("exp", "9" * 5000),
    "exp with a leading zero": instead_of("exp", f"0{LATER}"),
    "exp in hexadecimal": instead_of("exp", hex(LATER)),
    "exp twice": written_into_claims(f'"exp":{LATER}'),
    "issued in the future": claims(iat=LATER),
    "iat before 1970": claims(iat=-1),
    "iat as a text": claims(iat="now"),
    "iat NaN": instead_of("iat", "NaN"),
    "iat -Infinity": instead_of("iat", "-Infinity"),
    "not yet valid": claims(nbf=LATER),
    "nbf as a text": claims(nbf="0"),
    "nbf true": claims(nbf=True),
    "nbf NaN": instead_of("nbf", "NaN"),
    "nbf null": claims(nbf=None),
    "auth_time as a text": claims(auth_time="noon"),
}

PARTIES: Mapping[str, Making] = {
    "iss of nobody": claims(iss="https://issuer.example.org"),
    "iss with a slash more": lambda all_: all_.first.token(iss=all_.first.url + "/"),
    "iss in capitals": lambda all_: all_.first.token(iss=all_.first.url.upper()),
    "iss with a query": lambda all_: all_.first.token(iss=all_.first.url + "?"),
    "iss in a list": lambda all_: all_.first.token(iss=[all_.first.url]),
    "iss twice": written_into_claims('"iss":"https://issuer.example.org"'),
    "aud of another": claims(aud="https://other.example.org/graphql"),
    "aud of others": claims(aud=["https://other.example.org", "account"]),
    "aud that begins like ours": claims(aud=AUDIENCE + "/more"),
    "aud that is the beginning of ours": claims(aud=AUDIENCE[:-1]),
    "aud in capitals": claims(aud=AUDIENCE.upper()),
    "aud with a number": claims(aud=[AUDIENCE, 7]),
    "aud in a list in a list": claims(aud=[[AUDIENCE]]),
    "aud as an object": claims(aud={AUDIENCE: True}),
    "aud twice": written_into_claims(f'"aud":"{AUDIENCE}"'),
    "sub with a line break": claims(sub="ada\nroot"),
    "sub with a NUL": claims(sub="ada\x00"),
    "sub with half a pair": claims(sub="ada\ud800"),
    "sub that turns its text around": claims(sub="ada\u202e"),
    "sub of 513 characters": claims(sub="a" * 513),
    "sub twice": written_into_claims('"sub":"root"'),
    "client_id of 513 characters": claims(client_id="a" * 513),
    "client_id with a line break": claims(client_id="explorer\r\nX: y"),
    "jti of 513 characters": claims(jti="a" * 513),
    "azp of another": claims(azp="other"),
    "azp in a list": claims(azp=["explorer"]),
    "azp null": claims(azp=None),
    "cnf of a DPoP key": claims(cnf={"jkt": "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}),
    "cnf of a certificate": claims(cnf={"x5t#S256": "bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"}),
    "cnf of nothing": claims(cnf={}),
    "cnf null": claims(cnf=None),
    "amr as a text": claims(amr="pwd"),
    **{f"source {source!r}": claims(source=source) for source in ("", 7, [], ["jira"], {"jira": 1}, "jira\n", True)},
    **{
        f"workspace {workspace!r:.40}": claims(workspace=workspace)
        for workspace in (None, "", 7, True, ["acme"], {"acme": 1}, "acme\n", "acme\ud800", "a" * 513)
    },
    "no workspace": claims_without("workspace"),
    "workspace twice": written_into_claims('"workspace":"other"'),
}

PAYLOADS: Mapping[str, Making] = {
    "payload is no JSON": raw_claims(b"{exp:1}"),
    "payload is a list": raw_claims(b"[]"),
    "payload is a text": raw_claims(b'"iss"'),
    "payload is a number": raw_claims(b"7"),
    "payload is null": raw_claims(b"null"),
    "payload is not UTF-8": raw_claims(b'{"iss":"\xff\xfe"}'),
    "payload is UTF-16": lambda all_: raw_claims(json.dumps(all_.first.claims()).encode("utf-16"))(all_),
    "payload with a byte order mark": lambda all_: raw_claims(
        b"\xef\xbb\xbf" + json.dumps(all_.first.claims()).encode()
    )(all_),
    "payload and more": lambda all_: raw_claims(json.dumps(all_.first.claims()).encode() + b"{}")(all_),
    "payload with a comment": written_into_claims('/* */"x":1'),
    "payload deep": written_into_claims('"x":' + "[" * 2000 + "]" * 2000),
    "payload of objects, deep": written_into_claims('"x":' + '{"":' * 900 + "1" + "}" * 900),
    "payload a little too deep": written_into_claims('"x":' + "[" * 21 + "]" * 21),
    "payload deep and never closed": raw_claims(b"[" * 5000),
    "NaN in a claim that nobody reads": written_into_claims('"x":NaN'),
    "a number of 5,000 digits that nobody reads": written_into_claims('"x":' + "9" * 5000),
    "a claim that nobody reads, twice": written_into_claims('"x":1,"x":2'),
    "a name twice further down": written_into_claims('"x":{"y":1,"y":2}'),
}

CLAIMS = {**MISSING, **WRONG_TYPES, **INSTANTS, **PARTIES, **PAYLOADS}
