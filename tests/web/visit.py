"""One look at the explorer in a browser, and what the browser complained of meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, Response

# The explorer pane has no input for lists: it shows such an argument without one, leaves it as it is, and says so.
KNOWN = "arg mismatch between arg and selection"


@dataclass
class Visit:
    """One look at the explorer by someone who was never there before."""

    page: Page
    url: str
    faults: list[str] = field(default_factory=list)

    def console(self, message: ConsoleMessage) -> None:
        # Chromium tells of a breach of the Content-Security-Policy, and of an answer of 400 or more, here.
        if message.type in ("error", "warning") and not message.text.startswith(KNOWN):
            self.faults.append(f"{message.type}: {message.text}")

    def request(self, request: Request) -> None:
        if not request.url.startswith((self.url, "data:", "blob:")):
            self.faults.append(f"request to {request.url}")

    def open(self, address: str | None = None) -> None:
        """Wait for the explorer at the page's own address, or at the one that a demo printed."""
        self.page.goto(address or self.url)
        self.page.locator(".graphiql-query-editor .view-line").first.wait_for()

    def tab_names(self) -> Locator:
        return self.page.locator(".graphiql-tab-button")

    def run(self) -> dict[str, object]:
        """Press the run button; answer what the server said."""
        with self.page.expect_response(is_of_a_question) as answer:
            self.page.get_by_role("button", name="Execute").click()
        body: dict[str, object] = answer.value.json()
        return body


@contextmanager
def looking(browser: Browser, url: str) -> Iterator[Visit]:
    """A visit to the service at `url`; at its end the browser must have complained of nothing."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(20_000)
    visit = Visit(context.new_page(), url.rstrip("/") + "/")
    visit.page.on("console", visit.console)
    visit.page.on("pageerror", lambda error: visit.faults.append(f"page error: {error}"))
    context.on("request", visit.request)
    yield visit
    context.close()
    assert visit.faults == []


def is_of_a_question(response: Response) -> bool:
    """An answer of the endpoint, and not the one by which the explorer learns the schema."""
    asked = response.request.post_data or ""
    return response.url.endswith("/graphql") and "__schema" not in asked
