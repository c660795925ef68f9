"""Signing in with a browser: what happens on the way, and what the browser has at its end."""

import base64
import hashlib
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.requests.sign_in.browser import Person
from tests.requests.sign_in.provider import CLIENT, Provider

NewPerson = Callable[[], Person]


def test_who_signs_in_asks_as_that_person(person: Person) -> None:
    before = person.subject()

    answer = person.sign_in()

    assert before is None
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert person.subject() == "ada"


def test_the_page_is_told_who_asks_and_until_when(person: Person) -> None:
    before = person.session()
    person.sign_in()
    after = person.session()

    rest: dict[str, object] = {"personas": [], "persona": None, "signIn": "/sign-in"}
    assert before == {"viewer": None, "signOut": None, **rest}
    expires_at = after["viewer"].pop("expiresAt")
    viewer = {"workspace": "acme", "subject": "ada", "client": CLIENT, "scopes": ["work:read", "people:read"]}
    assert after == {"viewer": viewer, "signOut": "/sign-out", **rest}
    assert isinstance(expires_at, int)


def test_the_way_to_the_issuer_carries_pkce_a_state_a_nonce_and_the_scopes_that_it_knows(
    person: Person, provider: Provider
) -> None:
    person.sign_in()

    (asked,) = provider.questions
    assert asked["scope"] == "openid work:read people:read"
    assert asked["code_challenge_method"] == "S256"
    assert len({asked["state"], asked["nonce"], asked["code_challenge"]}) == 3
    assert min(map(len, (asked["state"], asked["nonce"], asked["code_challenge"]))) == 43


def test_neither_verifier_nor_token_ever_reaches_the_browser(person: Person, provider: Provider) -> None:
    began = person.begin()
    led_back = person.browser.get(began.headers["Location"]).headers["Location"]
    arrived = person.browser.get(led_back)

    kept = [cookie.value or "" for cookie in person.browser.cookies.jar]
    seen = [*kept, began.text, arrived.text, str(began.headers), str(arrived.headers), person.session()]
    challenge = provider.questions[0]["code_challenge"]
    assert all(_challenge_of(value) != challenge for value in kept)
    assert not any(token in str(seen) for token in ("eyJ", *provider.refresh_tokens))


def _challenge_of(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def test_the_cookies_are_for_this_service_alone(person: Person) -> None:
    began = person.begin().headers["Set-Cookie"]
    arrived = person.sign_in().headers["Set-Cookie"]

    port = urlsplit(person.url).port
    assert _parts(began, f"goldenthread-browser-{port}") == {"httponly", "path=/", "samesite=lax", "max-age=600"}
    assert _parts(arrived, f"goldenthread-session-{port}") == {"httponly", "path=/", "samesite=strict"}


def test_by_https_no_other_host_can_set_the_cookies(person: Person) -> None:
    answer = person.browser.get(f"{person.url}/sign-in", headers={"Host": "api.example.org"})

    asked = parse_qs(urlsplit(answer.headers["Location"]).query)
    assert asked["redirect_uri"] == ["https://api.example.org/sign-in/callback"]
    parts = _parts(answer.headers["Set-Cookie"], "__Host-goldenthread-browser")
    assert parts == {"httponly", "path=/", "samesite=lax", "secure", "max-age=600"}


def _parts(header: str, name: str) -> set[str]:
    pair, *attributes = header.split("; ")
    assert pair.startswith(f"{name}=")
    return {attribute.lower() for attribute in attributes}


def test_two_tabs_can_sign_in_at_once(person: Person) -> None:
    first, second = person.led_back(), person.led_back()

    answers = [person.browser.get(address) for address in (second, first)]

    assert [answer.headers.get("Location") for answer in answers] == ["/", "/"]
    assert person.subject() == "ada"


def test_a_session_has_a_new_name_after_each_sign_in_and_the_old_name_is_nobody(person: Person) -> None:
    """Session fixation: a name that somebody could have known or planted never becomes a session."""
    port = urlsplit(person.url).port
    person.browser.cookies.set(f"goldenthread-session-{port}", "planted", domain="127.0.0.1", path="/")
    person.sign_in()
    first = person.cookie("goldenthread-session") or ""
    person.sign_in()
    second = person.cookie("goldenthread-session") or ""

    assert len({"planted", first, second}) == 3
    assert min(map(len, (first, second))) == 43
    assert person.subject() == "ada"
    for old in ("planted", first):
        person.browser.cookies.clear()
        person.browser.cookies.set(f"goldenthread-session-{port}", old, domain="127.0.0.1", path="/")
        assert person.subject() is None


def test_people_are_kept_apart(new_person: NewPerson, provider: Provider) -> None:
    ada, grace = new_person(), new_person()
    ada.sign_in()
    provider.wrong.access_claims = {"sub": "grace"}
    grace.sign_in()

    assert (ada.subject(), grace.subject()) == ("ada", "grace")


@pytest.mark.parametrize("query", ["next=https://evil.example", "redirect_uri=https://evil.example", "state=x"])
def test_nothing_in_the_address_says_where_it_ends(person: Person, query: str) -> None:
    began = person.browser.get(f"{person.url}/sign-in?{query}")
    led_back = person.browser.get(began.headers["Location"]).headers["Location"]
    arrived = person.browser.get(f"{led_back}&next=https://evil.example")

    assert arrived.headers["Location"] == "/"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Content-Type": "text/plain"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
    ids=str,
)
def test_the_cookie_counts_only_from_our_own_page(signed_in: Person, headers: dict[str, str]) -> None:
    assert signed_in.asks(**headers).status_code == 401
    assert signed_in.browser.get(f"{signed_in.url}/graphql").status_code == 401
    assert signed_in.subject() == "ada"


@pytest.mark.parametrize("supported", [None, ["client_secret_basic"], ["client_secret_post"]])
def test_the_secret_goes_as_the_issuer_wants_it(
    person: Person, provider: Provider, supported: list[str] | None
) -> None:
    provider.wrong.metadata = {"token_endpoint_auth_methods_supported": supported}

    person.sign_in()

    assert person.subject() == "ada"


def test_an_issuer_that_does_not_name_itself_may_leave_that_out(person: Person, provider: Provider) -> None:
    provider.wrong.metadata = {"authorization_response_iss_parameter_supported": None}
    provider.wrong.answer = {"iss": None}

    person.sign_in()

    assert person.subject() == "ada"


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint"])
@pytest.mark.parametrize("address", [None, "http://192.0.2.1/token", "javascript:alert(1)", 7])
def test_where_the_issuer_gives_no_safe_address_nobody_is_sent(
    person: Person, provider: Provider, name: str, address: object
) -> None:
    provider.wrong.metadata = {name: address}

    answer = person.begin()

    assert answer.status_code == 503
    assert "Location" not in answer.headers


def test_an_issuer_that_is_down_is_told_of_and_asked_again_later(person: Person, provider: Provider) -> None:
    provider.wrong.down = {"openid-configuration"}
    answer = person.begin()
    provider.wrong.down = set()

    assert answer.status_code == 503
    assert "Try again" in answer.text
    assert person.begin().status_code == 303


@pytest.mark.parametrize("host", ["[", "a b", ""])
def test_an_odd_host_leads_nowhere(person: Person, host: str) -> None:
    answer = person.browser.get(f"{person.url}/sign-in", headers={"Host": host})

    assert answer.status_code == 400
