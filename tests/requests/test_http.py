"""The service over HTTP: health, the schema, and requests that cannot be answered."""

from collections.abc import Callable

import httpx2
import pytest

from tests.fixtures.serving import Asking


def test_a_live_and_ready_service_says_so(sample_url: str) -> None:
    live, ready = (httpx2.get(f"{sample_url}/{path}") for path in ("livez", "readyz"))

    assert (live.status_code, ready.status_code) == (200, 200)


def test_the_schema_is_served_as_it_is_printed(sample_url: str) -> None:
    served = httpx2.get(f"{sample_url}/schema.graphql")

    assert served.status_code == 200
    assert "interface WorkNode implements Node" in served.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b'{"query": 7}', 400),
        (b"{}", 400),
    ],
)
def test_a_body_that_is_no_request_is_refused(sample_url: str, body: bytes, status: int) -> None:
    answer = httpx2.post(f"{sample_url}/graphql", content=body, headers={"content-type": "application/json"})

    assert answer.status_code == status


def test_a_document_that_does_not_fit_the_schema_is_told_what_is_wrong(ask: Asking) -> None:
    answer = ask("{ objectives { nodes { titel } } }")

    assert "data" not in answer
    assert "Did you mean 'title'" in answer["errors"][0]["message"]


def test_a_refused_question_has_a_code_and_a_way_out(ask: Asking) -> None:
    error = ask("{ workItems(first: 101) { nodes { id } } }")["errors"][0]

    assert error["extensions"]["code"] == "BAD_PAGE"
    assert "ask for at most 100 and follow the cursor" in error["message"]


def test_a_viewer_of_one_season_sees_nothing_of_the_others(ask: Asking, ask_as: Callable[[list[str]], Asking]) -> None:
    text = """{ spaces { nodes { name } } objectives(first: 100) { totalCount nodes { period { name } space { name } } }
        strategies { totalCount } workItems { totalCount } }"""
    alone = ask_as(["2025h2"])

    seen, everything = alone.data(text), ask.data(text)

    assert [space["name"] for space in seen["spaces"]["nodes"]] == ["2025h2"]
    assert {node["period"]["name"] for node in seen["objectives"]["nodes"]} == {"2025h2"}
    assert seen["strategies"]["totalCount"] == 0
    assert 0 < seen["workItems"]["totalCount"] < everything["workItems"]["totalCount"]


def test_what_another_may_read_is_hidden_by_its_id_too(ask: Asking, ask_as: Callable[[list[str]], Asking]) -> None:
    id = ask.data("{ strategies(first: 1) { nodes { id } } }")["strategies"]["nodes"][0]["id"]

    seen = ask_as(["2026"]).data("query($id: ID!) { node(id: $id) { id } strategy(id: $id) { title } }", {"id": id})

    assert seen == {"node": None, "strategy": None}
