"""Hostile tokens: none counts, none makes the service fail, and none is told what it said."""

import http.client
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest

from tests.requests.identity.asking import bearer
from tests.requests.identity.hostile import Issuers
from tests.requests.identity.hostile_claims import CLAIMS
from tests.requests.identity.hostile_forms import FORMS
from tests.requests.identity.issuing import AUDIENCE, Issuer

HOSTILE = {**FORMS, **CLAIMS}


@pytest.fixture(scope="module")
def issuers(issuer: Issuer, second: Issuer, stranger: Issuer) -> Issuers:
    return Issuers(issuer, second, stranger)


@pytest.fixture(autouse=True)
def _a_right_token_counts_all_along(service: httpx2.Client, issuer: Issuer) -> Iterator[None]:
    """Whatever was sent before: what is refused is refused for what is wrong with it."""
    yield
    assert service.get("/graphql", headers=bearer(issuer.token())).status_code == 200


def test_the_table_is_long_and_each_row_is_another() -> None:
    assert len(HOSTILE) == len(FORMS) + len(CLAIMS) >= 80


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_token_does_not_count(service: httpx2.Client, issuers: Issuers, name: str) -> None:
    token = HOSTILE[name](issuers)

    answer = service.get("/graphql", headers=bearer(token))

    lacks_workspace = name.startswith(("workspace ", "no workspace")) and "twice" not in name
    assert answer.status_code == (403 if lacks_workspace else 401)
    if not lacks_workspace:
        assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]
        assert "resource_metadata=" in answer.headers["WWW-Authenticate"]
    assert len(token) < 20 or token not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "changed",
    [
        {"aud": ["account", AUDIENCE]},
        {"azp": "explorer"},
        {"nbf": 0},
        {"auth_time": 1.5},
        {"amr": ["pwd"]},
        {"source": None},
        {"sub": "Ådå Łövelåce"},
    ],
    ids=str,
)
def test_what_looks_odd_and_is_right_counts(service: httpx2.Client, issuer: Issuer, changed: dict[str, Any]) -> None:
    answer = service.get("/graphql", headers=bearer(issuer.token(**changed)))

    assert answer.status_code == 200


@pytest.mark.parametrize("scope", [["work:read"], {"work:read": 1}, 7, True, None, "", "work:read\tcost:read", '"'])
def test_a_scope_that_is_no_text_of_scopes_is_no_scope(service: httpx2.Client, issuer: Issuer, scope: object) -> None:
    answer = service.get("/graphql", headers=bearer(issuer.token(scope=scope)))

    assert (answer.status_code, answer.json()["scopes"]) == (200, [])


@pytest.mark.parametrize(
    ("groups", "counted"),
    [("a", []), ({"a": 1}, []), (["a", 7, None, "b\n", ["c"], "d"], ["a", "d"]), (None, []), ([], [])],
)
def test_a_group_that_is_no_name_is_no_group(
    service: httpx2.Client, issuer: Issuer, groups: object, counted: list[str]
) -> None:
    answer = service.get("/graphql", headers=bearer(issuer.token(groups=groups)))

    assert (answer.status_code, answer.json()["groups"]) == (200, counted)


def test_two_authorization_headers_are_refused_whichever_is_right(service: httpx2.Client, issuer: Issuer) -> None:
    right = ("Authorization", f"Bearer {issuer.token()}")
    wrong = ("Authorization", "Bearer x")

    answers = [service.get("/graphql", headers=both) for both in ([right, wrong], [wrong, right], [right, right])]

    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert all('error="invalid_request"' in answer.headers["WWW-Authenticate"] for answer in answers)


def test_a_token_in_the_address_is_refused_even_beside_a_right_one(service: httpx2.Client, issuer: Issuer) -> None:
    token = issuer.token()

    alone = service.get("/graphql", params={"access_token": token})
    beside = service.get("/graphql", params={"access_token": token}, headers=bearer(token))

    assert (alone.status_code, beside.status_code) == (400, 400)
    assert "logs keep it" in alone.json()["errors"][0]["message"]


@pytest.mark.parametrize("header", ["Basic YWRhOng=", "DPoP x.y.z", "Token x", "x", "", "bearer:x", "Bearerx"])
def test_without_a_bearer_token_the_answer_names_no_error(service: httpx2.Client, header: str) -> None:
    answer = service.get("/graphql", headers={"Authorization": header})

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer resource_metadata=")
    assert "error" not in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize("header", [b"Bearer", b"Bearer ", b"Bearer \xff\xfe.\x80.x", b"Bearer\ta.b.c", b"Bearer  "])
def test_bytes_that_no_client_sends_are_refused(service: httpx2.Client, header: bytes) -> None:
    connection = http.client.HTTPConnection(service.base_url.host, service.base_url.port)
    connection.putrequest("GET", "/graphql?%ff=\xff".replace("\xff", "%FE"))
    connection.putheader("Authorization", header)
    connection.endheaders()

    assert connection.getresponse().status == 401
    connection.close()


def test_the_scheme_is_read_in_any_spelling(service: httpx2.Client, issuer: Issuer) -> None:
    answer = service.get("/graphql", headers={"Authorization": f"bEARER  {issuer.token()}"})

    assert answer.status_code == 200
