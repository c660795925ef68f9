"""The explorer in a real browser: its panes, its ready tabs, and that it keeps to this server."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.visit import Visit

QUESTIONS = sorted((Path(__file__).parents[2] / "explorer/questions").glob("*.graphql"))


def operation(question: Path) -> str:
    """The name that a question has, which is the name of its tab."""
    name = re.search(r"^query (\w+)", question.read_text(), re.MULTILINE)
    assert name
    return name[1]


def first_title(answer: object) -> str:
    """The first title in an answer, wherever it stands."""
    members = answer.items() if isinstance(answer, dict) else enumerate(answer) if isinstance(answer, list) else ()
    for key, value in members:
        found = value if key == "title" and isinstance(value, str) else first_title(value)
        if found:
            return found
    return ""


def test_the_first_visit_finds_a_tab_for_each_question(visit: Visit) -> None:
    expect(visit.tab_names()).to_have_text([operation(question) for question in QUESTIONS])
    expect(visit.page).to_have_title("Goldenthread")


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_a_tab_runs_and_shows_its_rows(visit: Visit, question: Path, tmp_path: Path) -> None:
    visit.tab_names().and_(visit.page.get_by_title(operation(question), exact=True)).click()

    answer = visit.run()

    assert "errors" not in answer
    title = first_title(answer["data"])
    assert title
    # The start of it, as the editor breaks long lines.
    shown = json.dumps(title, ensure_ascii=False)[:12]
    expect(visit.page.locator(".graphiql-response")).to_contain_text(f'"title": {shown}')
    visit.page.screenshot(path=tmp_path / "tab.png")


def test_the_docs_describe_the_schema(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Show Documentation Explorer").click()
    visit.page.locator(".graphiql-doc-explorer").get_by_role("link", name="Query", exact=True).first.click()

    docs = visit.page.locator(".graphiql-doc-explorer")
    expect(docs.get_by_role("link", name="objectives", exact=True)).to_be_visible()
    expect(docs.get_by_role("link", name="workItems", exact=True)).to_be_visible()


def test_the_explorer_pane_adds_a_field_and_leaves_the_rest(visit: Visit) -> None:
    visit.page.get_by_role("button", name="Show GraphiQL Explorer").click()

    visit.page.locator(".graphiql-explorer-root").get_by_text("createdAt", exact=True).first.click()

    query = visit.page.locator(".graphiql-query-editor .view-lines")
    expect(query).to_contain_text("createdAt")
    expect(query).to_contain_text("paths(kinds: [STRATEGY])")


def test_an_example_comes_back_as_a_new_tab_in_sight(visit: Visit) -> None:
    last = QUESTIONS[-1]
    visit.page.get_by_role("button", name="Show Examples").click()

    visit.page.get_by_role("region", name="Examples").get_by_role("button").last.click()

    tabs = visit.page.get_by_role("tab")
    expect(tabs).to_have_count(len(QUESTIONS) + 1)
    expect(visit.tab_names().last).to_have_text(operation(last))
    expect(tabs.last).to_have_attribute("aria-selected", "true")
    expect(tabs.last).to_be_in_viewport(ratio=0.95)
    assert first_title(visit.run()["data"])


def test_a_later_visit_finds_the_tabs_as_they_were_left(visit: Visit) -> None:
    tabs = visit.page.get_by_role("tab")
    tabs.first.get_by_role("button", name="Close Tab").click()
    expect(tabs).to_have_count(len(QUESTIONS) - 1)
    visit.page.wait_for_function(
        "count => JSON.parse(localStorage['goldenthread:graphiql:tabState']).tabs.length === count",
        arg=len(QUESTIONS) - 1,
    )

    visit.open()

    expect(visit.tab_names()).to_have_text([operation(question) for question in QUESTIONS[1:]])


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_light_or_dark_that_the_visitor_has(visit: Visit, scheme: str, tmp_path: Path) -> None:
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    visit.open()

    visit.page.screenshot(path=tmp_path / f"{scheme}.png")

    background = visit.page.evaluate("getComputedStyle(document.querySelector('.graphiql-container')).backgroundColor")
    lightness = max(int(part) for part in re.findall(r"\d+", background)[:3])
    assert (lightness > 128) == (scheme == "light")
