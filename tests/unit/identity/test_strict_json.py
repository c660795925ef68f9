"""JSON is read in one way only, or not at all."""

import pytest

from api.identity.strict_json import DEEPEST, strictly_decoded


def test_an_object_is_read() -> None:
    assert strictly_decoded(b'{"a": [1, {"b": null}], "c": "\xc3\xa9"}') == {"a": [1, {"b": None}], "c": "é"}


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"{}"',
        b"{} {}",
        b'{"a": 1, "a": 1}',
        b'{"a": 1, "\\u0061": 2}',
        b'{"x": [{"a": 1, "a": 2}]}',
        b'{"a": NaN}',
        b'{"a": -Infinity}',
        b'{"a": 01}',
        b'{"a": "\n"}',
        b'{"a": "\xff"}',
        b"\xef\xbb\xbf{}",
        '{"a": 1}'.encode("utf-16"),
        b'{"a":' * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda text: str(text[:30]),
)
def test_nothing_else_is(text: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each has its own message, that nobody reads
        strictly_decoded(text)


def test_it_is_read_to_a_depth_and_no_deeper() -> None:
    def nested(levels: int) -> bytes:
        return b'{"a":' + b"[" * levels + b"]" * levels + b"}"

    assert strictly_decoded(nested(DEEPEST))
    with pytest.raises(ValueError, match="deep"):
        strictly_decoded(nested(DEEPEST + 1))
