"""Signing in to the whole service: a question of the page is answered from the graph, as the person who signed in."""

import asyncio
from collections.abc import Iterator

import httpx2
import pytest

from api.local.address import LocalServer
from api.settings import Settings
from graph.database import opened
from graph.writing.workspaces import create_workspace
from tests.fixtures.sample import settings_for
from tests.fixtures.serving import served
from tests.requests.identity.issuing import AUDIENCE
from tests.requests.sign_in.browser import JSON, Person
from tests.requests.sign_in.provider import CLIENT, SECRET, Provider

WORKSPACE = "signed-in"


@pytest.fixture
def url(neo4j: LocalServer, provider: Provider) -> Iterator[str]:
    """The whole service, with a workspace of its own."""

    async def created() -> None:
        async with opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j") as database:
            await create_workspace(database, id=WORKSPACE, name="Signed in", timeout=30)

    asyncio.run(created())
    trusted = {"issuers": provider.url, "audience": AUDIENCE, "sign_in_client": CLIENT, "sign_in_secret": SECRET}
    # The service has the real time, so the provider must not be ahead of it.
    provider.clock.ahead = 0
    with served(Settings(**{**settings_for(neo4j, WORKSPACE).model_dump(), **trusted})) as url:
        provider.addresses |= {f"{url}/sign-in/callback", f"{url}/"}
        yield url


def asked(person: Person) -> httpx2.Response:
    question = {"query": "{ objectives { totalCount } }"}
    return person.browser.post(f"{person.url}/graphql", json=question, headers={"Origin": person.url, **JSON})


def test_a_question_of_the_page_counts_as_the_persons_until_they_sign_out(person: Person, provider: Provider) -> None:
    provider.wrong.access_claims = {"workspace": WORKSPACE}
    before = asked(person)
    person.sign_in()
    inside = asked(person)
    person.sign_out()
    after = asked(person)

    assert [answer.status_code for answer in (before, inside, after)] == [401, 200, 401]
    assert inside.json()["data"] == {"objectives": {"totalCount": 0}}
    assert person.session() == {"viewer": None, "personas": [], "persona": None, "signIn": "/sign-in", "signOut": None}


def test_a_workspace_that_is_not_here_is_named_when_the_page_asks(person: Person, provider: Provider) -> None:
    provider.wrong.access_claims = {"workspace": "elsewhere"}
    person.sign_in()

    answer = asked(person)

    assert answer.status_code == 403
    assert "elsewhere" in answer.json()["errors"][0]["message"]
