"""Pages of other servers: those that the settings name may ask, with tokens and never with cookies."""

import httpx2
import pytest

from tests.requests.edge.asking import Service

ORIGIN = "https://app.example.org"


def preflight(service: Service, origin: str) -> httpx2.Response:
    headers = {
        "origin": origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
    }
    return httpx2.options(f"{service.url}/graphql", headers=headers)


def test_a_page_of_a_named_origin_may_ask_and_read_the_answer(service: Service) -> None:
    before, answer = preflight(service, ORIGIN), service.post('{"query": "{ __typename }"}', origin=ORIGIN)

    assert (before.status_code, answer.status_code) == (200, 200)
    assert before.headers["access-control-allow-origin"] == answer.headers["access-control-allow-origin"] == ORIGIN
    assert "authorization" in before.headers["access-control-allow-headers"].lower()
    assert before.headers["access-control-max-age"] == "7200"
    assert answer.headers["access-control-expose-headers"] == "*"
    assert "access-control-allow-credentials" not in {**before.headers, **answer.headers}


def test_it_may_read_why_it_was_refused(service: Service) -> None:
    answer = httpx2.post(f"{service.url}/graphql", json={"query": "{ __typename }"}, headers={"origin": ORIGIN})

    assert answer.status_code == 401
    assert answer.headers["access-control-allow-origin"] == ORIGIN


@pytest.mark.parametrize(
    "origin", ["https://app.example.org.evil.example", "http://app.example.org", "https://app.example.org:8443", "null"]
)
def test_no_other_page_may(service: Service, origin: str) -> None:
    before, answer = preflight(service, origin), service.post('{"query": "{ __typename }"}', origin=origin)

    assert before.status_code == 400
    assert "access-control-allow-origin" not in {**before.headers, **answer.headers}


def test_unless_the_settings_name_origins_no_page_may(sample_url: str) -> None:
    headers = {"origin": ORIGIN, "access-control-request-method": "POST"}

    before = httpx2.options(f"{sample_url}/graphql", headers=headers)

    assert not [name for name in before.headers if name.startswith("access-control")]
