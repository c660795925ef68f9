"""Which addresses are trusted with tokens and keys."""

import pytest

from api.addresses import host_of, is_issuer, is_loopback, is_safe


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_this_machine_is_known_by_its_names(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", [None, "", "0.0.0.0", "10.0.0.1", "localhost.example.org", "127.0.0.1.example.org"])  # noqa: S104
def test_no_other_machine_is_taken_for_it(host: str | None) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example",
        "https://a.example:8443/x?y=z",
        "http://127.0.0.1:8080/realms/x",
        "http://[::1]:1/",
        "http://localhost",
    ],
)
def test_tls_and_this_machine_are_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "a.example",
        "//a.example",
        "https://",
        "https:///x",
        "http://a.example",
        "http://0.0.0.0:8080",
        "http://127.0.0.1.a.example",
        "http://127.0.0.1@a.example",
        "https://user@a.example",
        "https://a.example/#x",
        "https://a.example:x",
        "https://[",
        "https://a.example/\n",
        " https://a.example",
        "https://ä.example",
        "file:///etc/passwd",
        "ftp://127.0.0.1",
    ],
)
def test_nothing_else_is(address: str) -> None:
    assert not is_safe(address)


def test_an_issuer_has_no_query() -> None:
    assert is_issuer("https://a.example/t/1/")
    assert not is_issuer("https://a.example/?t=1")


@pytest.mark.parametrize(
    ("authority", "host"),
    [
        ("a:1", "a"),
        ("[::1]:80", "::1"),
        ("127.0.0.1", "127.0.0.1"),
        ("[", None),
        ("a:x", None),
        ("", None),
        ("a b", None),
    ],
)
def test_the_host_of_an_authority(authority: str, host: str | None) -> None:
    assert host_of(authority) == host
