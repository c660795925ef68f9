"""Documents by their sha256: as Apollo's clients persist them, and as an operator trusts them."""

from hashlib import sha256
from typing import Any
from uuid import uuid4

import pytest

from tests.requests.edge.asking import RESPONSE, Service, code


def hashed(text: str) -> dict[str, Any]:
    return {"persistedQuery": {"version": 1, "sha256Hash": sha256(text.encode()).hexdigest()}}


def new() -> str:
    """A document that nobody has sent."""
    return f"query Q{uuid4().hex} {{ __typename }}"


def test_a_document_is_known_by_its_hash_once_both_were_sent(service: Service) -> None:
    text = new()

    unknown = service.ask({"extensions": hashed(text)})
    both = service.ask({"query": text, "extensions": hashed(text)})
    known = service.ask({"extensions": hashed(text)})

    assert (unknown.status_code, code(unknown)) == (200, "PERSISTED_QUERY_NOT_FOUND")
    assert unknown.json()["errors"][0]["message"] == "PersistedQueryNotFound"
    assert both.json()["data"] == known.json()["data"] == {"__typename": "Query"}


def test_a_known_document_can_be_asked_by_an_address(service: Service) -> None:
    text = "query($id: ID!) { node(id: $id) { id title: __typename } }"
    service.ask({"query": text, "variables": {"id": "obj_0"}, "extensions": hashed(text)})
    parameters = {"variables": '{"id": "obj_1"}', "extensions": str(hashed(text)).replace("'", '"')}

    answer = service.get(parameters, accept=RESPONSE)

    assert answer.json()["data"] == {"node": None}
    assert answer.headers["cache-control"] == "private, no-cache"


def test_a_hash_that_is_not_known_is_told_under_each_media_type(service: Service) -> None:
    answer = service.ask({"extensions": hashed(new())}, accept=RESPONSE)

    assert (answer.status_code, code(answer)) == (400, "PERSISTED_QUERY_NOT_FOUND")
    assert answer.headers["content-type"].startswith(RESPONSE)


def test_what_one_workspace_sent_is_not_known_to_another(service: Service) -> None:
    text = new()
    service.ask({"query": text, "extensions": hashed(text)})

    elsewhere = service.ask({"extensions": hashed(text)}, workspace="other")

    assert code(elsewhere) == "PERSISTED_QUERY_NOT_FOUND"


def test_what_could_not_run_is_not_kept(service: Service) -> None:
    text = new().replace("__typename", "nothing")
    service.ask({"query": text, "extensions": hashed(text)})

    assert code(service.ask({"extensions": hashed(text)})) == "PERSISTED_QUERY_NOT_FOUND"


@pytest.mark.parametrize(
    "persisted",
    [
        {"version": 2, "sha256Hash": "0" * 64},
        {"version": 1},
        {"version": 1, "sha256Hash": 7},
        {"version": 1, "sha256Hash": "0" * 63},
        {"version": 1, "sha256Hash": "G" * 64},
        {"version": 1, "sha256Hash": "0" * 64},  # of another document
        "0" * 64,
    ],
)
def test_a_hash_that_is_none_of_the_document_is_malformed(service: Service, persisted: object) -> None:
    answer = service.ask({"query": "{ __typename }", "extensions": {"persistedQuery": persisted}})

    assert (answer.status_code, code(answer)) == (400, "BAD_REQUEST")


def test_everybody_may_ask_for_a_trusted_document_by_its_hash(service: Service) -> None:
    for text in service.documents.values():
        answer = service.ask({"extensions": hashed(text), "variables": {"id": "obj_0"}}, workspace="other")

        assert answer.json()["data"]


def test_a_bound_client_may_ask_what_is_trusted_by_hash_or_by_text(service: Service) -> None:
    [text, _] = service.documents.values()

    answers = [service.ask(asked, client="kiosk") for asked in ({"query": text}, {"extensions": hashed(text)})]

    assert [answer.json()["data"]["viewer"]["subject"] for answer in answers] == ["kiosk", "kiosk"]


@pytest.mark.parametrize("asked", [{"query": "{ __typename }"}, {"extensions": hashed("{ __typename }")}, {}])
def test_a_bound_client_may_ask_nothing_else(service: Service, asked: dict[str, Any]) -> None:
    service.ask({"query": "{ __typename }", "extensions": hashed("{ __typename }")})  # known to all others

    answer = service.ask(asked, client="kiosk")

    assert (answer.status_code, code(answer)) == (403, "NOT_TRUSTED")
