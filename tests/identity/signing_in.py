"""A small client by whose page people sign in: authorization code with PKCE, by Authlib, in a real browser."""

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from authlib.integrations.httpx_client import OAuth2Client  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page

from tests.identity.keycloak import Keycloak

STATE = """(form, [name, value]) => {
    form.elements[name] ?? form.insertAdjacentHTML("beforeend", `<input name="${name}">`);
    form.elements[name].value = value;
}"""


@dataclass(frozen=True)
class SignedIn:
    """The tokens of somebody who signed in."""

    access: str
    refresh: str


class Desk:
    """The explorer's client, to which the browser comes back at an address of the tests. Authlib has no types."""

    def __init__(self, keycloak: Keycloak, address: str) -> None:
        self._keycloak, self._address = keycloak, address

    def sign_in(self, browser: Browser, person: str, scope: str) -> SignedIn:
        """Somebody signs in by name and password, and asks for scopes."""
        verifier = secrets.token_urlsafe(48)
        with self._client(scope) as client, _page(browser) as page:
            state = self._open(page, client, verifier)
            self._enter(page, person)
            page.wait_for_url(f"{self._address}**")
            told = parse_qs(urlsplit(page.url).query)
            assert told["state"] == [state]
            assert told["iss"] == [self._keycloak.issuer]  # RFC 9207, which Authlib leaves to us
            endpoint = self._keycloak.token_endpoint
            return _tokens(client.fetch_token(endpoint, authorization_response=page.url, code_verifier=verifier))

    def send_profile(self, browser: Browser, person: str, name: str, value: str) -> None:
        """Somebody who is asked for the own profile states something in it, even what the form has no field for."""
        with self._client("openid") as client, _page(browser) as page:
            self._open(page, client, secrets.token_urlsafe(48))
            self._enter(page, person)
            page.locator("#kc-update-profile-form").evaluate(STATE, [name, value])
            with page.expect_navigation():
                page.get_by_role("button", name="Submit").click()

    def refusal(self, browser: Browser, person: str) -> str:
        """What Keycloak says to somebody whom it does not let in."""
        with self._client("openid") as client, _page(browser) as page:
            self._open(page, client, secrets.token_urlsafe(48))
            with page.expect_navigation():
                self._enter(page, person)
            return page.get_by_role("main").inner_text()

    def refresh(self, signed_in: SignedIn) -> SignedIn:
        """The next tokens, without the person; a refresh token counts once.

        Raises:
            OAuthError: there are none.
        """
        with self._client() as client:
            return _tokens(client.refresh_token(self._keycloak.token_endpoint, signed_in.refresh))

    def _open(self, page: Page, client: OAuth2Client, verifier: str) -> str:
        """Send the browser to Keycloak; the state that it must bring back."""
        endpoint = self._keycloak.authorization_endpoint
        address, state = client.create_authorization_url(endpoint, code_verifier=verifier)
        page.goto(address)
        return str(state)

    def _enter(self, page: Page, person: str) -> None:
        """Fill in Keycloak's page and send it."""
        page.get_by_label("Username or email").fill(person)
        page.get_by_label("Password", exact=True).fill(self._keycloak.password)
        page.get_by_role("button", name="Sign In").click()

    def _client(self, scope: str | None = None) -> OAuth2Client:
        return OAuth2Client(
            self._keycloak.explorer.id,
            self._keycloak.explorer.secret,
            scope=scope,
            redirect_uri=self._address,
            code_challenge_method="S256",
            trust_env=False,
        )


def _tokens(answered: dict[str, Any]) -> SignedIn:
    return SignedIn(answered["access_token"], answered["refresh_token"])


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    """A page of a visitor who was never there before."""
    context = browser.new_context()
    context.set_default_timeout(30_000)
    try:
        yield context.new_page()
    finally:
        context.close()


@contextmanager
def opened_desk(keycloak: Keycloak) -> Iterator[Desk]:
    """The client, at a free port of this machine."""

    class Empty(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Empty) as server:
        address = f"http://127.0.0.1:{server.server_port}/signed-in"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            with keycloak.administrator.redirecting(keycloak.explorer.id, address):
                yield Desk(keycloak, address)
        finally:
            server.shutdown()
            thread.join()
