"""What the service says of itself to OAuth clients, and how a request without a right is led there."""

import httpx2
import pytest
from starlette.applications import Starlette

from api.identity.resource import Resource
from api.identity.trusted import TrustedIssuers
from api.settings import Settings
from tests.requests.identity.asking import SCOPES, bearer, listening, served, small_service
from tests.requests.identity.issuing import AUDIENCE, Issuer

ROOT = "/.well-known/oauth-protected-resource"


def app_for(audience: str) -> Starlette:
    settings = Settings(issuers="https://issuer.example.org", audience=audience)
    return small_service(Resource(audience, settings.issuers, SCOPES), TrustedIssuers(settings).opened)


@pytest.mark.parametrize("path", [ROOT, f"{ROOT}/graphql"])
def test_the_metadata_names_the_resource_its_issuers_and_its_scopes(
    service: httpx2.Client, issuer: Issuer, second: Issuer, path: str
) -> None:
    assert service.get(path).json() == {
        "resource": AUDIENCE,
        "resource_name": "Goldenthread",
        "authorization_servers": [issuer.url, second.url],
        "scopes_supported": list(SCOPES),
        "bearer_methods_supported": ["header"],
    }


@pytest.mark.parametrize(
    ("audience", "resource", "metadata"),
    [
        ("https://a.example/graphql", "https://a.example/graphql", f"https://a.example{ROOT}/graphql"),
        ("https://a.example", "https://a.example", f"https://a.example{ROOT}"),
        ("https://a.example/", "https://a.example/", f"https://a.example{ROOT}"),
        ("https://a.example/v1/graphql", "https://a.example/v1/graphql", f"https://a.example{ROOT}/v1/graphql"),
        ("api://7f0c", "http://here:1/graphql", f"http://here:1{ROOT}/graphql"),
    ],
)
def test_every_401_leads_to_the_metadata(audience: str, resource: str, metadata: str) -> None:
    with listening() as (taken, _), served(app_for(audience), taken) as client:
        challenge = client.get("/graphql", headers={"Host": "here:1"}).headers["WWW-Authenticate"]
        document = client.get(metadata.partition("/.well")[2].join(("/.well", "")), headers={"Host": "here:1"})

    assert challenge == f'Bearer resource_metadata="{metadata}"'
    assert document.json()["resource"] == resource


@pytest.mark.parametrize("host", ['a"b', "a b", "a,b", "a:b", "é"])
def test_a_host_that_is_none_does_not_break_the_header(host: str) -> None:
    with listening() as (taken, _), served(app_for("api://7f0c"), taken) as client:
        answer = client.get("/graphql", headers=[(b"Host", host.encode())])

    assert answer.status_code in {400, 401}
    assert answer.headers.get("WWW-Authenticate", "").count('"') in {0, 2}


def test_a_missing_scope_is_named(service: httpx2.Client, issuer: Issuer) -> None:
    answer = service.get("/guarded", headers=bearer(issuer.token()))

    assert answer.status_code == 403
    assert 'error="insufficient_scope", scope="cost:read"' in answer.headers["WWW-Authenticate"]
    assert "cost:read" in answer.json()["errors"][0]["message"]


def test_what_was_refused_is_kept_by_no_cache(service: httpx2.Client) -> None:
    assert service.get("/graphql").headers["Cache-Control"] == "no-store"
