"""Signing out: the session ends here and at the issuer, and only the page can do it."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.requests.identity.asking import Clock
from tests.requests.sign_in.browser import Person
from tests.requests.sign_in.provider import CLIENT, Provider

NewPerson = Callable[[], Person]


def test_a_session_ends_at_both_ends(signed_in: Person, provider: Provider) -> None:
    kept = dict(provider.refresh_tokens)

    answer = signed_in.sign_out()
    left = signed_in.browser.get(answer.json()["next"])

    assert answer.status_code == 200
    assert signed_in.subject() is None
    assert set(kept) - set(provider.refresh_tokens)  # revoked
    assert provider.sessions == set()
    assert left.headers["Location"] == f"{signed_in.url}/"


def test_the_issuer_is_told_who_leaves_and_where_to_lead_back(signed_in: Person) -> None:
    told = parse_qs(urlsplit(signed_in.sign_out().json()["next"]).query)

    assert set(told) == {"id_token_hint", "client_id", "post_logout_redirect_uri"}
    assert told["client_id"] == [CLIENT]
    assert told["post_logout_redirect_uri"] == [f"{signed_in.url}/"]


def test_the_cookie_is_taken_back_and_its_name_means_nobody(signed_in: Person) -> None:
    cookie = signed_in.cookie("goldenthread-session") or ""
    answer = signed_in.sign_out()
    signed_in.browser.cookies.set(
        f"goldenthread-session-{urlsplit(signed_in.url).port}", cookie, domain="127.0.0.1", path="/"
    )

    assert "max-age=0" in answer.headers["Set-Cookie"].lower()
    assert answer.headers["Cache-Control"] == "no-store"
    assert signed_in.subject() is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
    ids=str,
)
def test_no_other_site_can_sign_anybody_out(signed_in: Person, headers: dict[str, str]) -> None:
    answer = signed_in.sign_out(**headers)

    assert answer.status_code == 403
    assert signed_in.subject() == "ada"


def test_nobody_is_signed_out_by_get(signed_in: Person) -> None:
    assert signed_in.browser.get(f"{signed_in.url}/sign-out").status_code == 405
    assert signed_in.subject() == "ada"


def test_to_sign_out_twice_or_without_having_signed_in_leads_to_the_page(person: Person) -> None:
    before = person.sign_out().json()
    person.sign_in()
    person.sign_out()

    assert before == {"next": "/"}
    assert person.sign_out().json() == {"next": "/"}


def test_one_browser_signs_out_alone(new_person: NewPerson) -> None:
    one, other = new_person(), new_person()
    one.sign_in()
    other.sign_in()

    one.sign_out()

    assert (one.subject(), other.subject()) == (None, "ada")


@pytest.mark.parametrize("down", [{"revoke"}, {"revoke", "openid-configuration"}], ids=str)
def test_the_session_ends_here_even_if_the_issuer_does_not_answer(
    signed_in: Person, provider: Provider, clock: Clock, down: set[str]
) -> None:
    provider.wrong.down = down
    clock.ahead += 400
    signed_in.asks()

    answer = signed_in.sign_out()

    assert answer.status_code == 200
    assert signed_in.subject() is None


def test_where_the_issuer_has_no_such_endpoints_the_page_comes_next(person: Person, provider: Provider) -> None:
    provider.wrong.metadata = {"end_session_endpoint": None, "revocation_endpoint": None}
    person.sign_in()

    assert person.sign_out().json() == {"next": "/"}
    assert person.subject() is None


def test_after_signing_out_one_can_sign_in_again(signed_in: Person) -> None:
    signed_in.sign_out()
    signed_in.sign_in()

    assert signed_in.subject() == "ada"
