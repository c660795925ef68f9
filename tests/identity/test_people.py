"""People who sign in at a real identity provider, in a real browser: what they may do, and when that ends."""

import pytest
from authlib.integrations.base_client.errors import OAuthError  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from api.personas.personas import PERSONAS, Persona
from tests.identity.asking import PEOPLE, WORK, ask, code_of, is_accepted
from tests.identity.keycloak import Keycloak, claims_of
from tests.identity.signing_in import Desk

EVERYTHING = (
    "openid work:read work:write checkins:write cost:read cost:write people:read sync:write changes:read access:manage "
    "webhooks:manage"
)
"""What anyone may ask for; each is given what its roles bring."""


@pytest.mark.parametrize(
    "persona", [persona for persona in PERSONAS if persona.source is None], ids=lambda persona: persona.name
)
def test_whoever_signs_in_may_do_what_the_development_persona_may(
    url: str, desk: Desk, browser: Browser, persona: Persona
) -> None:
    token = desk.sign_in(browser, persona.name, EVERYTHING).access

    claims = claims_of(token)

    assert is_accepted(ask(url, token, WORK))
    assert set(claims["scope"].split()) - {"openid"} == set(persona.scopes)
    assert (claims["client_id"], claims["groups"]) == (persona.client, [*persona.groups])
    assert "source" not in claims


def test_a_removed_role_takes_its_scopes_out_of_the_next_token(
    url: str, keycloak: Keycloak, desk: Desk, browser: Browser
) -> None:
    signed_in = desk.sign_in(browser, "executive", EVERYTHING)

    with keycloak.administrator.without_role("executive", "executive"):
        next_ = desk.refresh(signed_in)

    assert is_accepted(ask(url, signed_in.access, PEOPLE))
    assert "people:read" not in claims_of(next_.access)["scope"].split()
    assert code_of(ask(url, next_.access, PEOPLE)) == "FORBIDDEN"


def test_a_disabled_person_has_no_next_token_and_cannot_sign_in(
    url: str, keycloak: Keycloak, desk: Desk, browser: Browser
) -> None:
    signed_in = desk.sign_in(browser, "analyst", EVERYTHING)

    with keycloak.administrator.disabled("analyst"):
        with pytest.raises(OAuthError, match="disabled"):
            desk.refresh(signed_in)
        page = desk.refusal(browser, "analyst")

    assert "disabled" in page
    assert is_accepted(ask(url, signed_in.access))  # until it expires: what is short is the token's life


def test_a_refresh_token_counts_once(desk: Desk, browser: Browser) -> None:
    signed_in = desk.sign_in(browser, "analyst", EVERYTHING)
    desk.refresh(signed_in)

    with pytest.raises(OAuthError, match="reuse"):
        desk.refresh(signed_in)


@pytest.mark.parametrize("claim", ["workspace", "source"])
def test_nobody_moves_themselves_to_another_workspace_or_source(
    keycloak: Keycloak, desk: Desk, browser: Browser, claim: str
) -> None:
    before = claims_of(desk.sign_in(browser, "planner", EVERYTHING).access)

    with keycloak.administrator.asked_for_profile("planner"):
        desk.send_profile(browser, "planner", claim, "another")
    after = claims_of(desk.sign_in(browser, "planner", EVERYTHING).access)

    assert after.get(claim) == before.get(claim)
    assert after["workspace"] == keycloak.workspace
