"""What Keycloak demands of the clients in our realm."""

from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from tests.identity.keycloak import ORIGIN, Keycloak

CALLBACK = f"{ORIGIN}/sign-in/callback"


def asked(keycloak: Keycloak, **changed: str) -> httpx2.Response:
    """The answer to a browser that the explorer's client sends to sign in. What is empty is not sent."""
    parameters = {
        "response_type": "code",
        "client_id": keycloak.explorer.id,
        "redirect_uri": CALLBACK,
        "scope": "openid work:read",
        "code_challenge": "a" * 43,
        "code_challenge_method": "S256",
        **changed,
    }
    sent = {name: value for name, value in parameters.items() if value}
    return httpx2.get(keycloak.authorization_endpoint, params=sent, timeout=30, trust_env=False)


def test_the_explorer_may_ask_people_to_sign_in(keycloak: Keycloak) -> None:
    answer = asked(keycloak)

    assert answer.status_code == 200
    assert "Sign in" in answer.text


@pytest.mark.parametrize(
    "changed",
    [
        {"code_challenge": "", "code_challenge_method": ""},
        {"code_challenge_method": "plain"},
        {"scope": "openid everything"},
        {"response_type": "token"},
    ],
    ids=["no PKCE", "plain PKCE", "a scope that there is not", "implicit flow"],
)
def test_the_explorer_may_not_ask_otherwise(keycloak: Keycloak, changed: dict[str, str]) -> None:
    answer = asked(keycloak, **changed)

    sent_to = urlsplit(answer.headers["location"])
    assert answer.status_code == 302
    assert "error" in parse_qs(sent_to.query or sent_to.fragment)


@pytest.mark.parametrize(
    "address", ["https://evil.example/sign-in/callback", f"{CALLBACK}/more", f"{CALLBACK}?to=evil"]
)
def test_nobody_is_sent_to_an_address_that_is_not_the_explorers(keycloak: Keycloak, address: str) -> None:
    answer = asked(keycloak, redirect_uri=address)

    assert answer.status_code == 400
    assert "redirect_uri" in answer.text


def test_a_client_with_a_wrong_secret_has_no_token(keycloak: Keycloak) -> None:
    asked_for = {"grant_type": "client_credentials"}

    answer = httpx2.post(
        keycloak.token_endpoint, data=asked_for, auth=(keycloak.partner.id, "wrong"), timeout=30, trust_env=False
    )

    assert answer.status_code == 401


@pytest.mark.parametrize("grant", ["password", "client_credentials"])
def test_the_explorer_has_no_token_without_a_person_at_the_browser(keycloak: Keycloak, grant: str) -> None:
    asked_for = {"grant_type": grant, "username": "planner", "password": keycloak.password}
    explorer = (keycloak.explorer.id, keycloak.explorer.secret)

    answer = httpx2.post(keycloak.token_endpoint, data=asked_for, auth=explorer, timeout=30, trust_env=False)

    assert answer.json()["error"] == "unauthorized_client"
