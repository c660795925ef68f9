"""Values that break what is careless: by the type of the argument, each with a name."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

TEXTS: Mapping[str, Any] = MappingProxyType(
    {
        "nul": "a\0b",
        "half a surrogate pair": "a\ud800b",
        "a surrogate pair reversed": "\udc00\ud800",
        "a megabyte": "x" * 1_000_000,
        "right to left": "\u202egnp.exe\u200f\u2067a",
        "nothing to be seen": "\u200b\ufeff\u2060",
        "Cypher after a quote": "'}) DETACH DELETE n //",
        "Cypher after a double quote": '"}) MATCH (n) SET n.title = "x" //',
        "Cypher after a backtick": "`) REMOVE n.ws //",
        "a parameter": "$change {ws: $ws} \\u0027",
        "a query of the index": '+title:(* OR ") AND ws:[* TO *]',
        "a template": "${jndi:ldap://x} {{7*7}} %s%n {0}",
        "control characters": "a\r\nb\t\x1b[31m\x7f\u2028",
        "emoji and the last characters": "👨‍👩‍👧‍👦 \uffff \U0010ffff",
        "many accents": "e" + "\u0301" * 300,
        "only spaces": "   ",
        "nothing": "",
        "a number": 17,
        "a list of lists": [[["x"]]],
        "an object": {"id": "x"},
    }
)
NUMBERS: Mapping[str, Any] = MappingProxyType(
    {
        "zero": 0,
        "below zero": -1,
        "the last of 31 bits": 2**31 - 1,
        "one more than that": 2**31,
        "the first of 31 bits": -(2**31),
        "one more than 63 bits": 2**63,
        "four hundred digits": 10**400,
        "the largest": 1.7976931348623157e308,
        "the lowest": -1.7976931348623157e308,
        "the smallest": 5e-324,
        "minus zero": -0.0,
        "without end": math.inf,
        "no number": math.nan,
        "a text": "17; RETURN 1",
        "a truth": True,
    }
)
DAYS: Mapping[str, Any] = MappingProxyType(
    {
        "the first": "0001-01-01",
        "the last": "9999-12-31",
        "the one after": "10000-01-01",
        "before the first": "0000-12-31",
        "far before": "-9999-01-01",
        "no day": "2026-02-30",
        "a week": "2026-W01-1",
        "without dashes": "20260131",
        "other digits": "\uff12\uff10\uff12\uff16-01-31",
        "an instant": "2026-01-31T12:00:00Z",
        "a number": 1e300,
    }
)
INSTANTS: Mapping[str, Any] = MappingProxyType(
    {
        "before the first": "0001-01-01T00:00:00+23:59",
        "after the last": "9999-12-31T23:59:59.999999-23:59",
        "without a zone": "2026-01-31T12:00:00",
        "a leap second": "2026-06-30T23:59:60Z",
        "hour 24": "2026-01-31T24:00:00Z",
        "nanoseconds": "2026-01-31T12:00:00.123456789Z",
        "an odd zone": "2026-01-31T12:00:00+99:99",
        "a number": 1e300,
    }
)
AMOUNTS: Mapping[str, Any] = MappingProxyType(
    {
        "no number": "NaN",
        "one that signals": "sNaN",
        "without end": "-Infinity",
        "a huge exponent": "1e999999999",
        "a tiny one": "1e-999999999",
        "many digits": "9" * 5_000,
        "minus zero": "-0",
        "other digits": "\u0663",
        "underscores": "1_000",
        "a number": 1.7976931348623157e308,
    }
)
VALUES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "Int": NUMBERS,
        "Float": NUMBERS,
        "Boolean": NUMBERS,
        "Date": {**DAYS, **TEXTS},
        "DateTime": {**INSTANTS, **TEXTS},
        "Decimal": {**AMOUNTS, **TEXTS},
    }
)
"""Of all other types, ids and enums among them, the hostile values are the texts."""
