"""Documentation that is made from the code: the files are as they would be made now, and the server's page is whole."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.command.docs import PAGES as COMMANDS
from api.docs.pages import routes
from api.explorer.headers import SECURITY
from resolvers.codes import CODES
from resolvers.needs import guarded, permissions, roots
from resolvers.reasons import PAGE, Asked
from resolvers.scopes import AnyToken, Scope
from schema.query import create_schema

ROOT = Path(__file__).parents[2]


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes())) as client:
        yield client


@pytest.mark.parametrize("page", COMMANDS)
def test_a_page_in_docs_is_as_it_would_be_made_now(page: str) -> None:
    committed = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")

    assert COMMANDS[page]() == committed, f"Print it again: .venv/bin/goldenthread docs {page} > docs/{page}.md"


def test_every_scope_that_is_listed_is_needed_somewhere() -> None:
    schema = create_schema()._schema

    needed = {need for within in (roots, guarded, permissions) for need in within(schema).values()}

    assert needed - {AnyToken} == set(Scope)


def test_the_server_tells_of_each_code_where_the_code_leads(client: TestClient) -> None:
    told = client.get(PAGE).text

    for code in CODES:
        path, _, anchor = code.docs.partition("#")
        assert path == PAGE
        assert f'<h3 id="{anchor}">{code.name}</h3>' in told
        assert said(code.meaning) in said(told)
        assert said(code.way_out) in said(told)
        assert said(code.example.document if isinstance(code.example, Asked) else code.example) in said(told)


def test_the_page_of_codes_needs_no_token_and_binds_the_browser_to_this_server(client: TestClient) -> None:
    answer = client.get(PAGE)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert {name: answer.headers[name] for name in SECURITY} == dict(SECURITY)
    assert "<title>Errors and refusals · Goldenthread</title>" in answer.text
    assert "<script" not in answer.text


def said(text: str) -> str:
    """The words of a text, without what marks them up."""
    return re.sub(r"<[^>]+>|&\w+;|\W", "", text)
