"""Development personas over HTTP: what the printed address opens, how a browser chooses, and who is kept out."""

import stat
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from click.testing import CliRunner

from api.command.token import token
from api.identity.resource import Resource
from api.personas.opening import Personas, opened_personas
from api.personas.personas import NAMES
from api.settings import Settings
from api.stop import Stop
from tests.requests.identity.asking import SCOPES, bearer, listening, served, small_service

JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="module")
def running(folder: Path) -> Iterator[tuple[Personas, httpx2.Client]]:
    with listening() as (taken, port), opened_personas(Settings(port=port, workspace="acme"), folder) as personas:
        resource = Resource(personas.settings.audience, personas.settings.issuers, SCOPES)
        with served(small_service(resource, personas.opened_tokens, personas.routes), taken) as client:
            yield personas, client


@pytest.fixture
def personas(running: tuple[Personas, httpx2.Client]) -> Personas:
    return running[0]


@pytest.fixture
def browser(running: tuple[Personas, httpx2.Client]) -> Iterator[httpx2.Client]:
    """A browser without any cookie; as one does, it names its page's origin in each POST."""
    url = str(running[1].base_url).rstrip("/")
    with httpx2.Client(base_url=url, headers={"Origin": url} | JSON) as client:
        yield client


@pytest.fixture
def inside(browser: httpx2.Client, personas: Personas) -> httpx2.Client:
    """A browser that has opened the printed address."""
    browser.get(personas.address)
    return browser


def asks_as(browser: httpx2.Client, **headers: str) -> str | None:
    """As whom a request to the endpoint counts."""
    answer = browser.post("/graphql", content=b"{}", headers=headers)
    subject: str | None = answer.json().get("subject")
    assert (answer.status_code == 200) == (subject is not None)
    return subject


def test_the_printed_address_opens_the_page_and_its_key_leaves_the_address_line(
    browser: httpx2.Client, personas: Personas
) -> None:
    answer = browser.get(personas.address)

    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert browser.get("/").text == "the page"
    cookie = answer.headers["Set-Cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("key", ["", "x", "é", "\x00"])
def test_another_key_opens_nothing(browser: httpx2.Client, key: str) -> None:
    answer = browser.get("/", params={"key": key})

    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers


def test_who_opened_the_address_asks_as_the_first_persona_and_as_the_one_it_chooses(inside: httpx2.Client) -> None:
    first = asks_as(inside)
    chosen = {name: (inside.post(f"/personas/{name}").json()["persona"], asks_as(inside)) for name in NAMES}

    assert first == "analyst"
    assert chosen == {name: (name, name) for name in NAMES}


def test_opening_the_address_again_keeps_what_was_chosen(inside: httpx2.Client, personas: Personas) -> None:
    inside.post("/personas/executive")

    inside.get(personas.address)

    assert asks_as(inside) == "executive"


def test_two_browsers_choose_apart(inside: httpx2.Client, personas: Personas) -> None:
    with httpx2.Client(base_url=inside.base_url, headers=inside.headers) as other:
        other.get(personas.address)
        other.post("/personas/planner")

        assert (asks_as(inside), asks_as(other)) == ("analyst", "planner")


def test_the_session_tells_who_there_is_and_as_whom_this_browser_asks(
    browser: httpx2.Client, personas: Personas
) -> None:
    before = browser.get("/session").json()
    browser.get(personas.address)
    after = browser.get("/session")

    told = after.json()
    assert (before["viewer"], before["persona"], told["persona"]) == (None, None, "analyst")
    assert [persona["name"] for persona in told["personas"]] == list(NAMES)
    assert all(persona["description"] for persona in told["personas"])
    assert (told["viewer"]["workspace"], told["viewer"]["subject"]) == ("acme", "analyst")
    assert told["viewer"]["client"] == "goldenthread-explorer"
    assert "work:read" in told["viewer"]["scopes"]
    assert "people:read" not in told["viewer"]["scopes"]
    assert 3500 < told["viewer"]["expiresAt"] - time.time() <= 3600
    assert after.headers["Cache-Control"] == "no-store"


def test_nobody_asks_without_having_opened_the_address(browser: httpx2.Client) -> None:
    assert asks_as(browser) is None
    assert browser.post("/personas/planner").status_code == 403
    browser.cookies.set(f"goldenthread-{urlsplit(str(browser.base_url)).port}", "x")
    assert asks_as(browser) is None
    assert browser.post("/personas/planner").status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1"},
        {"Origin": "http://127.0.0.1:1"},
        {"Content-Type": "text/plain"},
        {"Content-Type": "text/plain; application/json"},
        {"Content-Type": "application/x-www-form-urlencoded"},
        {"Content-Type": "multipart/form-data; boundary=x"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
    ],
    ids=str,
)
def test_a_cookie_counts_only_from_our_own_page(inside: httpx2.Client, headers: dict[str, str]) -> None:
    assert asks_as(inside, **headers) is None
    assert inside.post("/personas/planner", headers=headers).status_code == 403
    assert asks_as(inside) == "analyst"


def test_a_cookie_does_not_count_without_an_origin_nor_by_get(inside: httpx2.Client) -> None:
    get = inside.get("/graphql")
    del inside.headers["Origin"]

    assert get.status_code == 401
    assert asks_as(inside) is None


def test_a_token_goes_before_the_cookie(inside: httpx2.Client, folder: Path) -> None:
    assert asks_as(inside, **bearer(signed(folder, "partner"))) == "partner"
    assert asks_as(inside, **bearer("x")) is None


def test_a_persona_is_what_its_token_says(inside: httpx2.Client, personas: Personas, folder: Path) -> None:
    planner = inside.get("/graphql", headers=bearer(signed(folder, "planner"))).json()
    partner = inside.get("/graphql", headers=bearer(signed(folder, "partner"))).json()

    assert planner["workspace"] == partner["workspace"] == "acme"
    assert (planner["issuer"],) == personas.settings.issuers
    assert (planner["client"], planner["groups"], planner["is_client"]) == (
        "goldenthread-explorer",
        ["planners"],
        False,
    )
    assert (partner["client"], partner["source"], partner["is_client"]) == ("partner", "partner", True)


def signed(folder: Path, name: str) -> str:
    """The token that the command prints."""
    said = CliRunner().invoke(token, ["--as", name, "--data", str(folder)], catch_exceptions=False)
    return said.output.splitlines()[-1]


@pytest.mark.parametrize("header", ["", "x", "Bearer x", "é"])
def test_without_the_start_key_nothing_is_signed(browser: httpx2.Client, header: str) -> None:
    answer = browser.post("/personas/planner/token", headers=[(b"Authorization", header.encode())])

    assert answer.status_code == 403
    assert "access_token" not in answer.text


def test_an_unknown_persona_is_told_who_there_is(inside: httpx2.Client) -> None:
    answer = inside.post("/personas/root")

    assert answer.status_code == 404
    assert all(name in answer.text for name in NAMES)


def test_its_issuer_is_found_as_any_issuer_is(browser: httpx2.Client, personas: Personas) -> None:
    metadata = browser.get("/.well-known/oauth-authorization-server/personas").json()
    keys = browser.get(metadata["jwks_uri"]).json()["keys"]

    assert (metadata["issuer"],) == personas.settings.issuers
    assert [set(key) for key in keys] == [{"kty", "crv", "x", "y", "kid", "use", "alg"}]


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:8000"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "10.0.0.1"},
        {"Host": "["},
        {"X-Forwarded-For": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
    ],
    ids=str,
)
def test_by_another_name_or_through_a_proxy_no_persona_answers(
    browser: httpx2.Client, personas: Personas, headers: dict[str, str]
) -> None:
    key = urlsplit(personas.address).query

    answers = [
        browser.get(f"/?{key}", headers=headers),
        browser.get("/session", headers=headers),
        browser.post("/personas/planner", headers=headers),
        browser.post("/personas/planner/token", headers=headers | bearer(key.removeprefix("key="))),
    ]

    assert {answer.status_code for answer in answers} <= {400, 403}


@pytest.mark.parametrize("host", ["localhost", "localhost:9000", "[::1]:8000", "127.0.0.1:1"])
def test_by_any_name_of_this_machine_they_answer(browser: httpx2.Client, host: str) -> None:
    assert browser.get("/session", headers={"Host": host}).status_code == 200


def test_the_key_is_for_the_owners_eyes_and_only_while_the_demo_runs(tmp_path: Path) -> None:
    with opened_personas(Settings(), tmp_path) as personas:
        (kept,) = tmp_path.iterdir()
        key = personas.address.partition("key=")[2]

        assert key in kept.read_text()
        assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert not list(tmp_path.iterdir())


def test_neither_a_cookie_nor_a_token_outlives_its_demo(tmp_path: Path, inside: httpx2.Client, folder: Path) -> None:
    port, old = inside.base_url.port, signed(folder, "planner")
    assert port is not None
    with opened_personas(Settings(port=port, workspace="acme"), tmp_path) as later, listening() as (taken, _):
        resource = Resource(later.settings.audience, later.settings.issuers, SCOPES)
        with served(small_service(resource, later.opened_tokens, later.routes), taken) as client:
            client.headers |= {"Origin": str(client.base_url).rstrip("/")} | JSON
            client.cookies.update(inside.cookies)

            assert asks_as(client) is None
            assert asks_as(client, **bearer(old)) is None


def test_without_a_demo_the_command_says_how_to_start_one(tmp_path: Path) -> None:
    with pytest.raises(Stop, match="goldenthread demo"):
        CliRunner().invoke(token, ["--as", "planner", "--data", str(tmp_path)], catch_exceptions=False)


def test_of_a_demo_that_is_gone_the_command_says_so(tmp_path: Path) -> None:
    with opened_personas(Settings(port=1), tmp_path), pytest.raises(Stop, match="start it again"):
        CliRunner().invoke(token, ["--as", "planner", "--data", str(tmp_path)], catch_exceptions=False)


@pytest.mark.parametrize(
    ("setting", "word"),
    [
        ({"issuers": "https://issuer.example.org"}, "GOLDENTHREAD_ISSUERS"),
        ({"host": "10.0.0.1"}, "GOLDENTHREAD_HOST"),
        ({"host": "example.org"}, "GOLDENTHREAD_HOST"),
    ],
)
def test_beside_a_real_issuer_or_for_other_machines_there_are_none(
    tmp_path: Path, setting: dict[str, str], word: str
) -> None:
    with pytest.raises(Stop, match=word), opened_personas(Settings(**setting), tmp_path):  # type: ignore[arg-type]
        pass
    assert not list(tmp_path.iterdir())
