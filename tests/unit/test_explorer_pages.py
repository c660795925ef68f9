"""What the explorer serves: the page, the files it names, their types, headers and licences."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api.explorer.pages import FILES, MEDIA_TYPES, routes

EXPLORER = Path(__file__).parents[2] / "explorer"
QUESTIONS = sorted((EXPLORER / "questions").glob("*.graphql"))
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


@pytest.fixture
def client() -> Iterator[TestClient]:
    with TestClient(Starlette(routes=routes())) as client:
        yield client


def named_files(page: str) -> list[str]:
    return re.findall(r'(?:src|href)="(/explorer/files/[^"]+)"', page)


def squeezed(text: str) -> str:
    """The text without space, quotes and escapes: alike in a file and in the bundle that holds it."""
    return re.sub(r"\\n|[\s\\`\"']", "", text)


def test_the_page_is_asked_for_each_time(client: TestClient) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert "<title>Goldenthread</title>" in answer.text


@pytest.mark.parametrize("path", ["/", "/explorer/licences.txt"])
def test_every_answer_binds_the_browser_to_this_server(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_files_that_the_page_names_are_kept_for_ever(client: TestClient) -> None:
    names = named_files(client.get("/").text)

    answers = [client.get(name) for name in names]

    assert {Path(name).suffix for name in names} == {".js", ".css", ".svg"}
    for answer in answers:
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["content-security-policy"] == POLICY


def test_every_built_file_has_a_hash_in_its_name_and_a_known_type() -> None:
    built = list(FILES.iterdir())

    assert built
    assert [path.name for path in built if not re.fullmatch(r".+-[\w-]{8}\.\w+", path.name)] == []
    assert {path.suffix for path in built} <= MEDIA_TYPES.keys()


def test_scripts_come_as_scripts_and_compressed(client: TestClient) -> None:
    script = next(name for name in named_files(client.get("/").text) if name.endswith(".js"))

    answer = client.get(script, headers={"Accept-Encoding": "gzip"})

    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("name", ["missing.js", "..", ".", "%2e%2e", "..%2findex.html", "..%2f..%2fpages.py", "%00"])
def test_what_was_not_built_is_not_there(client: TestClient, name: str) -> None:
    answer = client.get(f"/explorer/files/{name}")

    assert answer.status_code == 404


@pytest.mark.parametrize("title", ["graphiql 5.", "monaco-editor ", "react 19.", "Roboto", "Fira Code", "Codicons"])
def test_the_licences_of_what_is_bundled_travel_with_it(client: TestClient, title: str) -> None:
    answer = client.get("/explorer/licences.txt")

    assert f"\n{title}" in answer.text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_says_what_it_answers_and_has_one_name(question: Path) -> None:
    lines = question.read_text().splitlines()

    assert lines[0].startswith("# ")
    assert len([line for line in lines if re.match(r"query \w+", line)]) == 1


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_the_built_page_holds_every_question_as_it_stands(question: Path) -> None:
    """If this fails, run scripts/explorer build."""
    scripts = [squeezed(path.read_text()) for path in FILES.glob("index-*.js")]

    assert any(squeezed(question.read_text()) in script for script in scripts)
