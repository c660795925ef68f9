"""GraphQL over HTTP: which requests are served, as what they are answered, and with which status."""

import httpx2
import pytest

from tests.requests.edge.asking import JSON, LARGEST, RESPONSE, Service, code

KIND = '{"query": "{ __typename }"}'
TWO = "query One { __typename } query Two { viewer { subject } }"


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("APPLICATION/JSON", JSON),
        (f"{RESPONSE}, {JSON};q=0.9", RESPONSE),
        (f"{RESPONSE};q=0.5, {JSON};q=0.9", JSON),
        (f"{RESPONSE};charset=utf-8", RESPONSE),
        (f"{RESPONSE}, application/graphql+json, {JSON}, text/event-stream, multipart/mixed", RESPONSE),
        (f"text/html, {RESPONSE};q=0.1", RESPONSE),
        (f"{JSON};q=0, */*", RESPONSE),
        ("text/html, image/gif, *; q=.2", JSON),
    ],
)
def test_an_answer_has_the_media_type_that_its_client_prefers(service: Service, accept: str, media: str) -> None:
    answer = service.post(KIND, accept=accept)

    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media
    assert answer.json()["data"] == {"__typename": "Query"}


@pytest.mark.parametrize("accept", ["text/html", f"{JSON};q=0", "nonsense", "application/xml, text/*"])
def test_who_accepts_no_answer_of_ours_is_told_which_there_are(service: Service, accept: str) -> None:
    answer = service.post(KIND, accept=accept)

    assert (answer.status_code, code(answer)) == (406, "BAD_REQUEST")
    assert RESPONSE in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    "headers",
    [
        {"content_type": "text/plain"},
        {"content_type": ""},
        {"content_type": "application/graphql"},
        {"content_type": "application/x-www-form-urlencoded"},
        {"content_type": "multipart/form-data; boundary=x"},
        {"content_type": f"{JSON}; charset=utf-16"},
        {"content_encoding": "gzip"},
    ],
)
def test_only_plain_json_in_utf_8_is_taken(service: Service, headers: dict[str, str]) -> None:
    answer = service.post(KIND if "content_type" in headers else b"\x1f\x8b", **headers)

    assert (answer.status_code, code(answer)) == (415, "BAD_REQUEST")
    assert answer.headers.get("accept") == JSON or answer.headers.get("accept-encoding") == "identity"


@pytest.mark.parametrize("kind", [f"{JSON}; charset=UTF-8", f'{JSON};charset="utf-8"', "Application/JSON"])
def test_json_may_say_that_it_is_utf_8(service: Service, kind: str) -> None:
    assert service.post(KIND, content_type=kind).status_code == 200


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "QUERY"])
def test_another_method_is_told_which_are_served(service: Service, method: str) -> None:
    answer = httpx2.request(method, f"{service.url}/graphql", headers=service.headers())

    assert (answer.status_code, code(answer)) == (405, "BAD_REQUEST")
    assert {method.strip() for method in answer.headers["allow"].split(",")} == {"GET", "HEAD", "POST", "OPTIONS"}


def test_options_are_told_without_a_token(service: Service) -> None:
    answer = httpx2.options(f"{service.url}/graphql")

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_a_query_can_be_asked_by_an_address_and_nobody_shares_the_answer(service: Service) -> None:
    asked = {"query": "query($id: ID!) { node(id: $id) { id } }", "variables": '{"id": "obj_0"}', "operationName": ""}

    answer = service.get(asked)

    assert answer.json()["data"] == {"node": None}
    assert answer.headers["cache-control"] == "private, no-cache"
    assert {"Accept", "Authorization"} <= set(answer.headers["vary"].split(", "))


def test_head_tells_what_get_would_without_the_answer(service: Service) -> None:
    asked = {"params": {"query": "{ __typename }"}, "headers": service.headers()}

    answer, whole = (httpx2.request(method, f"{service.url}/graphql", **asked) for method in ("HEAD", "GET"))  # type: ignore[arg-type]

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == str(len(whole.content))


def test_a_change_by_an_address_is_refused_before_anything_runs(service: Service) -> None:
    answer = service.get({"query": 'mutation { createSpace(input: {name: "Sneaked in"}) { __typename } }'})

    assert (answer.status_code, code(answer), answer.headers["allow"]) == (405, "BAD_REQUEST", "POST")
    assert "by POST" in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize("parameters", ["query=%7B__typename%7D&query=%7Bviewer%7D", "query=%FF", "variables={", ""])
def test_an_address_that_asks_nothing_readable_is_malformed(service: Service, parameters: str) -> None:
    answer = httpx2.get(f"{service.url}/graphql?{parameters}", headers=service.headers())

    assert (answer.status_code, code(answer)) == (400, "BAD_REQUEST")


@pytest.mark.parametrize(
    ("asked", "failed"),
    [
        ({"query": "{"}, 400),
        ({"query": "{ nothing }"}, 400),
        ({"query": "query($id: ID!) { node(id: $id) { id } }", "variables": {}}, 400),
        ({"query": TWO, "operationName": "Three"}, 422),
        ({"query": TWO}, 422),
        ({"query": "fragment Lonely on Query { __typename }"}, 400),
    ],
)
def test_what_never_ran_has_no_data_and_a_status_where_that_tells(service: Service, asked: object, failed: int) -> None:
    old, new = service.ask(asked, accept=JSON), service.ask(asked, accept=RESPONSE)

    assert (old.status_code, new.status_code) == (200, failed)
    assert code(old) == code(new) == ("BAD_REQUEST" if failed == 400 else "OPERATION_RESOLUTION_FAILURE")
    assert new.headers["content-type"] == f"{RESPONSE}; charset=utf-8"


def test_what_ran_in_part_is_200_with_both(service: Service) -> None:
    asked = {"query": "{ __typename node(id: 7) { id } strategies(first: 101) { totalCount } }"}

    answer = service.ask(asked, accept=RESPONSE)

    assert answer.status_code == 200
    assert {"data", "errors"} <= set(answer.json())


@pytest.mark.parametrize(("name", "told"), [("One", "Query"), ("Two", None)])
def test_of_two_operations_the_named_one_runs(service: Service, name: str, told: str | None) -> None:
    answer = service.ask({"query": TWO, "operationName": name})

    assert answer.json()["data"].get("__typename") == told


def test_parameters_that_are_not_known_are_ignored(service: Service) -> None:
    asked = {"query": "{ __typename }", "id": 7, "extensions": {"tracing": True}, "variables": None}

    assert service.ask(asked).json()["data"] == {"__typename": "Query"}


def test_batches_are_refused_with_a_clear_word(service: Service) -> None:
    answer = service.ask([{"query": "{ __typename }"}] * 2)

    assert (answer.status_code, code(answer)) == (400, "BAD_REQUEST")
    assert "each in a request of its own" in answer.json()["errors"][0]["message"]


def test_a_body_as_large_as_is_taken_is_taken(service: Service) -> None:
    body = KIND.ljust(LARGEST)

    taken, refused = service.post(body), service.post(body + " ")

    assert taken.status_code == 200
    assert (refused.status_code, code(refused)) == (413, "TOO_LARGE")
