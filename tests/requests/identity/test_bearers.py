"""The whole application, where issuers are trusted: whoever has no token that counts reads nothing."""

from collections.abc import Iterator

import httpx2
import pytest

from api.local.address import LocalServer
from tests.fixtures.sample import WORKSPACE, settings_for
from tests.fixtures.serving import served
from tests.requests.identity.issuing import AUDIENCE, Issuer

QUESTION = {"query": "{ objectives { totalCount } people { totalCount } }"}


@pytest.fixture(scope="module")
def guarded(sample: LocalServer, issuer: Issuer) -> Iterator[str]:
    settings = settings_for(sample, "another").model_copy(update={"issuers": (issuer.url,), "audience": AUDIENCE})
    with served(settings) as url:
        yield url


def ask(url: str, token: str | None) -> httpx2.Response:
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return httpx2.post(f"{url}/graphql", json=QUESTION, headers=headers, timeout=30)


def test_without_a_token_there_is_a_challenge_and_no_answer(guarded: str) -> None:
    answer = ask(guarded, None)

    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer resource_metadata=")
    assert "data" not in answer.json()


def test_a_token_reads_its_own_workspace_as_far_as_its_scopes_go(guarded: str, issuer: Issuer) -> None:
    both = ask(guarded, issuer.token(workspace=WORKSPACE)).json()
    work = ask(guarded, issuer.token(workspace=WORKSPACE, scope="work:read")).json()

    assert both["data"]["objectives"]["totalCount"] == 124
    assert both["data"]["people"]["totalCount"] == 419
    assert work["data"] is None
    assert [error["extensions"]["code"] for error in work["errors"]] == ["FORBIDDEN"]


def test_a_token_of_a_workspace_that_is_not_here_is_forbidden(guarded: str, issuer: Issuer) -> None:
    answer = ask(guarded, issuer.token(workspace="nowhere"))

    assert answer.status_code == 403


def test_the_metadata_leads_to_the_issuer(guarded: str, issuer: Issuer) -> None:
    told = httpx2.get(f"{guarded}/.well-known/oauth-protected-resource").json()

    assert told["authorization_servers"] == [issuer.url]
    assert "work:read" in told["scopes_supported"]
