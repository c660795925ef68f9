"""Development personas in a real browser: who is let in, as whom it asks, and who is kept out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from api.identity.issuers import Issuers
from api.local.address import LocalServer
from api.local.process import free_port
from api.personas.opening import Personas, opened_personas
from tests.fixtures.sample import WORKSPACE, settings_for
from tests.fixtures.serving import served
from tests.web.visit import Visit, looking

FORM = """address => {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = address;
  form.enctype = 'text/plain';
  form.innerHTML = `<input name='{"query": "{ __typename }", "x": "' value='"}'>`;
  document.body.append(form);
  form.submit();
}"""
"""What any page can make a browser send, with its cookies: a body that reads as JSON."""


@pytest.fixture(scope="module")
def personas(sample: LocalServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Personas]:
    """The sample, served to personas."""
    port = free_port()
    given = settings_for(sample, WORKSPACE).model_copy(update={"port": port})
    with opened_personas(given, tmp_path_factory.mktemp("data")) as personas:
        entrance = Issuers(personas.opened_tokens, given.request_timeout, personas.routes)
        with served(personas.settings, entrance, port):
            yield personas


@pytest.fixture
def outside(browser: Browser, personas: Personas) -> Iterator[Visit]:
    """A browser that did not open the printed address."""
    with looking(browser, personas.address.partition("?")[0]) as visit:
        yield visit


@pytest.fixture
def inside(outside: Visit, personas: Personas) -> Visit:
    """A browser that did."""
    outside.open(personas.address)
    return outside


def badge(page: Page) -> Locator:
    return page.get_by_role("region", name="Who asks")


def choose(page: Page, name: str) -> None:
    """By the keyboard alone."""
    page.get_by_role("button", name="Choose another persona").press("Enter")
    page.get_by_role("menuitemradio", name=name).press("Enter")


def test_a_page_opened_without_the_key_says_what_to_do(outside: Visit, tmp_path: Path) -> None:
    outside.page.goto(outside.url)

    expect(outside.page.get_by_role("main")).to_contain_text("Open the address that the demo printed at its start")
    expect(outside.page.locator(".graphiql-query-editor")).to_have_count(0)
    expect(badge(outside.page)).to_have_count(0)
    outside.page.screenshot(path=tmp_path / "outside.png")


def test_the_printed_address_lets_in_and_the_badge_says_as_whom(inside: Visit) -> None:
    expect(inside.page).to_have_url(inside.url)
    expect(badge(inside.page)).to_contain_text(f"Workspace{WORKSPACE}")
    expect(badge(inside.page)).to_contain_text("analyst")
    expect(badge(inside.page)).to_contain_text("work:read")
    expect(badge(inside.page)).to_contain_text("min left")


def test_a_question_is_answered_to_the_chosen_persona(inside: Visit) -> None:
    choose(inside.page, "executive")
    expect(badge(inside.page)).to_contain_text("people:read")

    answer = inside.run()

    assert "errors" not in answer
    expect(inside.page.locator(".graphiql-response")).to_contain_text('"title":')


def test_another_persona_has_other_scopes_and_not_the_answer_of_the_one_before(inside: Visit) -> None:
    inside.run()
    response = inside.page.locator(".graphiql-response")
    expect(response).to_contain_text('"title":')
    expect(badge(inside.page)).not_to_contain_text("access:manage")

    choose(inside.page, "planner")

    expect(badge(inside.page)).to_contain_text("access:manage")
    expect(response).not_to_contain_text('"title":')


def test_what_was_chosen_holds_when_the_page_is_opened_again(inside: Visit) -> None:
    choose(inside.page, "partner")
    expect(badge(inside.page).get_by_role("button")).to_have_text("partner")

    inside.open()

    expect(badge(inside.page).get_by_role("button")).to_have_text("partner")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_menu_says_what_each_persona_may(inside: Visit, scheme: str, tmp_path: Path) -> None:
    inside.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    inside.open()

    inside.page.get_by_role("button", name="Choose another persona").click()

    menu = inside.page.get_by_role("menu")
    expect(menu.get_by_role("menuitemradio")).to_have_count(4)
    expect(menu.get_by_role("menuitemradio", checked=True)).to_contain_text("analyst")
    inside.page.screenshot(path=tmp_path / f"{scheme}.png")


@pytest.mark.parametrize("origin", ["http://evil.test", "http://127.0.0.1:8099"])
@pytest.mark.parametrize("path", ["graphql", "personas/planner"])
def test_a_page_from_elsewhere_cannot_use_the_cookie(
    browser: Browser, personas: Personas, origin: str, path: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(personas.address)
    url = personas.address.partition("?")[0]
    context.route(f"{origin}/", lambda route: route.fulfill(body="<title>elsewhere</title>", content_type="text/html"))
    page.goto(f"{origin}/")

    with page.expect_response(url + path) as answer:
        page.evaluate(FORM, url + path)

    # Ports do not keep cookies apart, so from another port of this machine the browser does send it.
    assert ("goldenthread-" in answer.value.request.all_headers().get("cookie", "")) == ("127.0.0.1" in origin)
    assert answer.value.status in {401, 403, 415}
    assert context.request.get(f"{url}session").json()["persona"] == "analyst"
    context.close()
