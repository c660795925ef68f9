"""One look at the explorer in a browser, and what the browser complained of meanwhile."""

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response

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

    def open(self) -> None:
        self.page.goto(self.url)
        self.page.locator(".graphiql-query-editor .view-line").first.wait_for()

    def tab_names(self) -> Locator:
        return self.page.locator(".graphiql-tab-button")

    def run(self) -> dict[str, object]:
        """Press the run button; answer what the server said."""
        with self.page.expect_response(is_of_a_question) as answer:
            self.page.get_by_role("button", name="Execute").click()
        body: dict[str, object] = answer.value.json()
        return body


def is_of_a_question(response: Response) -> bool:
    """An answer of the endpoint, and not the one by which the explorer learns the schema."""
    asked = response.request.post_data or ""
    return response.url.endswith("/graphql") and "__schema" not in asked
