"""A person with a browser: what the page and the person do with it."""

from dataclasses import dataclass
from typing import Any

import httpx2

JSON = {"Content-Type": "application/json"}


@dataclass
class Person:
    """`browser` keeps cookies and follows no redirect by itself."""

    browser: httpx2.Client
    url: str

    def begin(self) -> httpx2.Response:
        """Press "Sign in"; where the browser is sent."""
        return self.browser.get(f"{self.url}/sign-in")

    def led_back(self) -> str:
        """Sign in at the provider; the address that it leads back to."""
        answer = self.browser.get(self.begin().headers["Location"])
        return str(answer.headers["Location"])

    def sign_in(self) -> httpx2.Response:
        """All of it."""
        return self.browser.get(self.led_back())

    def sign_out(self, **headers: str) -> httpx2.Response:
        """As the page does it."""
        sent = {"Origin": self.url, **JSON, **headers}
        return self.browser.post(f"{self.url}/sign-out", content=b"{}", headers=sent)

    def asks(self, **headers: str) -> httpx2.Response:
        """A question of the page."""
        sent = {"Origin": self.url, **JSON, **headers}
        return self.browser.post(f"{self.url}/graphql", content=b"{}", headers=sent)

    def subject(self) -> str | None:
        """As whom a question counts."""
        answer = self.asks()
        assert answer.status_code in {200, 401}
        subject: str | None = answer.json().get("subject")
        return subject

    def session(self) -> Any:
        """What the page is told, as JSON."""
        return self.browser.get(f"{self.url}/session").json()

    def cookie(self, start: str) -> str | None:
        """The value of the cookie of the service that begins so."""
        return next((cookie.value for cookie in self.browser.cookies.jar if cookie.name.startswith(start)), None)
