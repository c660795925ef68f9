"""Signing in on the explorer's page at a real identity provider, in a real browser, and signing out of both."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from api.local.address import LocalServer
from api.settings import Settings
from tests.fixtures.sample import settings_for
from tests.fixtures.serving import served
from tests.identity.keycloak import Keycloak

SESSION = "goldenthread-session"


@pytest.fixture(scope="module")
def page_url(sample: LocalServer, keycloak: Keycloak) -> Iterator[str]:
    """The application with the sample in it, on whose page people sign in at Keycloak."""
    of_client = {"sign_in_client": keycloak.explorer.id, "sign_in_secret": keycloak.explorer.secret}
    settings = settings_for(sample, "another").model_dump()
    trusted = {"issuers": keycloak.issuer, "audience": keycloak.audience, **of_client}
    with served(Settings(**{**settings, **trusted})) as url:
        addresses = (f"{url}/sign-in/callback", f"{url}/")
        with keycloak.administrator.redirecting(keycloak.explorer.id, *addresses):
            yield url


@pytest.fixture
def page(browser: Browser, page_url: str) -> Iterator[Page]:
    with new_page(browser, page_url) as page:
        yield page


@contextmanager
def new_page(browser: Browser, url: str) -> Iterator[Page]:
    """The page, in a browser that was never there before."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(30_000)
    page = context.new_page()
    page.goto(f"{url}/")
    yield page
    context.close()


def sign_in(page: Page, keycloak: Keycloak, person: str) -> None:
    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("Username or email").fill(person)
    page.get_by_label("Password", exact=True).fill(keycloak.password)
    page.get_by_role("button", name="Sign In").click()
    page.get_by_role("region", name="Who asks").wait_for()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in").wait_for()


def told(page: Page, path: str, **options: str) -> Any:
    """What the server answers to the page itself, as JSON of any shape, hence `Any`."""
    fetch = "async ([path, options]) => await (await fetch(path, options)).json()"
    return page.evaluate(fetch, [path, {**options, "headers": {"Content-Type": "application/json"}}])


def answered(page: Page) -> Any:
    """What a query of the page is answered."""
    return told(page, "/graphql", method="POST", body='{"query": "{ objectives { totalCount } }"}')


def test_a_person_signs_in_asks_and_signs_out_of_both(
    page: Page, browser: Browser, keycloak: Keycloak, page_url: str
) -> None:
    sign_in(page, keycloak, "analyst")
    inside, asked = told(page, "/session"), answered(page)
    cookie = next(one for one in page.context.cookies() if one["name"].startswith(SESSION))
    sign_out(page)

    assert page.url == f"{page_url}/"
    assert inside["viewer"]["workspace"] == keycloak.workspace
    assert inside["viewer"]["client"] == keycloak.explorer.id
    assert "work:read" in inside["viewer"]["scopes"]
    assert asked["data"]["objectives"]["totalCount"] > 0
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    # Out here: nobody is known, and the old cookie stands for nobody.
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    assert told(page, "/session")["viewer"] is None
    assert answered(page)["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    # Out there: Keycloak asks for the password again.
    page.reload()
    page.get_by_role("link", name="Sign in").click()
    expect(page.get_by_label("Password", exact=True)).to_be_visible()
    assert urlsplit(page.url).netloc == urlsplit(keycloak.issuer).netloc


def test_the_page_runs_a_query_as_the_person_who_signed_in(page: Page, keycloak: Keycloak) -> None:
    sign_in(page, keycloak, "planner")
    page.locator(".graphiql-query-editor .view-line").first.wait_for()

    with page.expect_response(
        lambda one: one.url.endswith("/graphql") and "__schema" not in (one.request.post_data or "")
    ) as answer:
        page.get_by_role("button", name="Execute").click()

    assert answer.value.status == 200
    assert "errors" not in answer.value.json()


def test_a_token_is_renewed_at_keycloak_and_ends_with_the_person(page: Page, keycloak: Keycloak) -> None:
    with keycloak.administrator.lasting(keycloak.explorer.id, 20):  # less than what is renewed ahead
        sign_in(page, keycloak, "executive")
        first, second = answered(page), answered(page)
        with keycloak.administrator.disabled("executive"):
            page.wait_for_function(
                "async () => (await (await fetch('/session')).json()).viewer === null", polling=200, timeout=30_000
            )

    assert "errors" not in first
    assert "errors" not in second


def test_the_page_of_a_sign_in_that_failed_leads_to_keycloak_again(
    page: Page, keycloak: Keycloak, page_url: str
) -> None:
    page.goto(f"{page_url}/sign-in/callback?error=access_denied&state=x&iss={keycloak.issuer}")

    expect(page.get_by_role("heading", name="Not signed in")).to_be_visible()
    page.get_by_role("link", name="Sign in again").click()
    expect(page.get_by_label("Password", exact=True)).to_be_visible()
