"""Hostile and broken ways back from the issuer: none signs anybody in, each tells the person what to do."""

import base64
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from tests.requests.identity.issuing import new_key
from tests.requests.sign_in.browser import Person
from tests.requests.sign_in.provider import Provider

NewPerson = Callable[[], Person]
Changes = Callable[[str], str]


def changed(**parameters: str | None) -> Changes:
    """The same address with other parameters; those that are None are not there."""

    def change(address: str) -> str:
        parts = urlsplit(address)
        old = {name: values[0] for name, values in parse_qs(parts.query).items()}
        new = {name: value for name, value in (old | parameters).items() if value is not None}
        return parts._replace(query=urlencode(new)).geturl()

    return change


def with_more(query: str) -> Changes:
    return lambda address: f"{address}&{query}"


def refused(person: Person, address: str, status: int = 400) -> str:
    """What the page says; nobody is signed in by it."""
    answer = person.browser.get(address)
    assert answer.status_code == status
    assert person.cookie("goldenthread-session") is None
    assert person.subject() is None
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert 'href="/sign-in"' in answer.text
    return answer.text


@pytest.mark.parametrize(
    "change",
    [
        changed(state=None),
        changed(state=""),
        changed(state="x"),
        changed(state="\x00é"),
        changed(code=None),
        changed(code=""),
        changed(code="x"),
        changed(code="x" * 4000),
        changed(iss=None),
        changed(iss=""),
        changed(iss="https://evil.example"),
        changed(iss="http://127.0.0.1"),
        changed(code=None, error="access_denied", iss=None),
        changed(code=None, error="access_denied", iss="https://evil.example"),
        changed(error="access_denied"),
        with_more("state=x"),
        with_more("code=x"),
        with_more("iss=https://evil.example"),
        with_more("error=x&error=y"),
        lambda address: address.partition("?")[0],
    ],
)
def test_an_address_that_the_issuer_did_not_give_signs_nobody_in(person: Person, change: Changes) -> None:
    told = refused(person, change(person.led_back()))

    assert "Sign in again" in told


def test_an_answer_counts_once(person: Person, provider: Provider) -> None:
    address = person.led_back()
    person.browser.get(address)
    exchanged = provider.asked["token"]

    again = person.browser.get(address)

    assert again.status_code == 400
    assert "has been used already" in again.text
    assert provider.asked["token"] == exchanged


def test_a_wrong_answer_uses_up_the_sign_in(person: Person) -> None:
    address = person.led_back()
    refused(person, changed(iss="https://evil.example")(address))

    refused(person, address)


def test_another_browser_cannot_end_a_sign_in_nor_be_made_to(new_person: NewPerson) -> None:
    """Login CSRF: an attacker sends the own answer to a victim, who has begun a sign-in or not."""
    attacker, victim, fresh = new_person(), new_person(), new_person()
    victim.begin()
    address = attacker.led_back()

    assert "not begun in this browser" in refused(victim, address)
    assert "not begun in this browser" in refused(fresh, address)
    assert attacker.browser.get(address).headers["Location"] == "/"


def test_a_code_of_another_sign_in_is_refused_by_the_issuer(new_person: NewPerson) -> None:
    """Code injection: PKCE and nonce bind the code to the browser that asked for it."""
    attacker, victim = new_person(), new_person()
    stolen = parse_qs(urlsplit(victim.led_back()).query)["code"][0]

    told = refused(attacker, changed(code=stolen)(attacker.led_back()))

    assert "does not accept" in told


def test_a_code_that_was_used_elsewhere_is_refused(person: Person, provider: Provider) -> None:
    address = person.led_back()
    code = parse_qs(urlsplit(address).query)["code"][0]
    provider.used[code] = provider.codes.pop(code)[1]

    refused(person, address)


def test_a_sign_in_that_took_too_long_is_begun_again(person: Person, clock: Any) -> None:
    address = person.led_back()
    clock.ahead += 601

    assert "ten minutes" in refused(person, address)


def test_who_cancels_is_told_so(person: Person, provider: Provider) -> None:
    provider.wrong.denies = "access_denied"

    assert "cancelled" in refused(person, person.led_back(), 403)


@pytest.mark.parametrize("error", ["invalid_scope", "<script>", "server_error"])
def test_no_word_of_an_answer_is_shown_but_a_plain_name(person: Person, provider: Provider, error: str) -> None:
    provider.wrong.denies = error

    told = refused(person, person.led_back())

    assert ("(invalid_scope)" in told) == (error == "invalid_scope")
    assert not any(hostile in told for hostile in ("<script>", "&lt;script", "<b>no"))


ID_CLAIMS: list[dict[str, Any]] = [
    {"nonce": "x"},
    {"nonce": None},
    {"nonce": 7},
    {"aud": "another"},
    {"aud": ["another"]},
    {"aud": ["goldenthread-explorer", "another"]},  # without azp
    {"aud": None},
    {"azp": "another"},
    {"iss": "https://evil.example"},
    {"iss": None},
    {"sub": None},
    {"exp": 1},
    {"exp": None},
    {"exp": "soon"},
    {"iat": None},
    {"at_hash": "x"},
]


@pytest.mark.parametrize("claims", ID_CLAIMS, ids=str)
def test_an_id_token_that_speaks_of_something_else_signs_nobody_in(
    person: Person, provider: Provider, claims: dict[str, Any]
) -> None:
    provider.wrong.id_claims = claims

    assert "who signed in" in refused(person, person.led_back())


@pytest.mark.parametrize("key", [new_key("first"), new_key("unknown")], ids=["forged", "unknown"])
def test_an_id_token_that_the_issuer_did_not_sign_signs_nobody_in(person: Person, provider: Provider, key: Any) -> None:
    provider.wrong.id_key = key

    assert "who signed in" in refused(person, person.led_back())


def unsigned(claims: dict[str, Any]) -> str:
    parts = ({"alg": "none", "kid": "first"}, claims)
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts) + "."


@pytest.mark.parametrize(
    "tokens",
    [
        {"id_token": None},
        {"id_token": ""},
        {"id_token": 7},
        {"id_token": "x"},
        {"id_token": "é.é.é"},
        {"id_token": unsigned({"iss": "x"})},
        {"id_token": "a" * 10_000},
    ],
    ids=lambda tokens: str(tokens)[:40],
)
def test_without_a_readable_id_token_nobody_is_signed_in(
    person: Person, provider: Provider, tokens: dict[str, Any]
) -> None:
    provider.wrong.tokens = tokens

    assert "who signed in" in refused(person, person.led_back())


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ({"aud": "https://other.example"}, "claim aud"),
        ({"workspace": None}, "names no workspace"),
        ({"exp": 1}, "expired"),
        ({"client_id": None}, "client_id"),
        ({"cnf": {"jkt": "x"}}, "bound to a key"),
    ],
    ids=str,
)
def test_an_access_token_that_would_not_count_signs_nobody_in(
    person: Person, provider: Provider, claims: dict[str, Any], told: str
) -> None:
    provider.wrong.access_claims = claims

    assert told in refused(person, person.led_back(), 403)


def test_an_access_token_that_only_the_issuer_can_read_signs_nobody_in(person: Person, provider: Provider) -> None:
    provider.wrong.tokens = {"access_token": "opaque"}

    assert "does not count here" in refused(person, person.led_back(), 403)


@pytest.mark.parametrize(
    "tokens",
    [{"access_token": None}, {"access_token": 7}, {"token_type": None}, {"token_type": "DPoP"}, {"expires_in": "soon"}],
    ids=str,
)
def test_an_odd_answer_with_tokens_signs_nobody_in(person: Person, provider: Provider, tokens: dict[str, Any]) -> None:
    provider.wrong.tokens = tokens

    assert "Try again" in refused(person, person.led_back(), 503)


@pytest.mark.parametrize("down", ["token", "keys"])
def test_while_the_issuer_does_not_answer_nobody_is_signed_in(person: Person, provider: Provider, down: str) -> None:
    address = person.led_back()
    provider.wrong.down = {down}

    assert "Try again" in refused(person, address, 503)
