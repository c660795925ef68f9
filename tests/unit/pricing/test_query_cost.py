"""`queryCost` prices a document and runs nothing of it."""

from typing import Any

import pytest

from tests.fixtures.pricing import Asking

ASKED = """query($query: String!, $variables: JSON, $name: String) {
    queryCost(query: $query, variables: $variables, operationName: $name) {
        requested maximum errors { code message line column } } }"""


@pytest.fixture(scope="module")
def asking() -> Asking:
    return Asking()


def cost(asking: Asking, query: str, **given: Any) -> Any:
    outcome = asking(ASKED, {"query": query, **given})
    assert asking.statements.run == 0
    return outcome.data["queryCost"]


def test_it_tells_what_the_document_would_cost(asking: Asking) -> None:
    told = cost(asking, "query($n: Int) { objectives(first: $n) { nodes { id } } }", variables={"n": 40})

    assert told == {"requested": 41, "maximum": 100_000, "errors": []}


def test_it_prices_the_operation_that_is_named(asking: Asking) -> None:
    document = "query A { __typename } query B { objectives { totalCount } }"

    assert cost(asking, document, name="B")["requested"] == 11
    assert "operationName" in cost(asking, document)["errors"][0]["message"]


def test_it_tells_what_is_wrong_with_the_document_and_where(asking: Asking) -> None:
    told = cost(asking, "{\n  objectives { nodes { titel } }\n}")

    [error] = told["errors"]
    assert told["requested"] is None
    assert (error["code"], error["line"], error["column"]) == ("BAD_REQUEST", 2, 24)
    assert "Did you mean 'title'" in error["message"]


def test_it_tells_what_is_wrong_with_the_variables(asking: Asking) -> None:
    [error] = cost(asking, "query($n: Int!) { objectives(first: $n) { totalCount } }")["errors"]

    assert error["code"] == "BAD_REQUEST"
    assert "Variable '$n'" in error["message"]


def test_a_document_that_would_be_too_much_is_priced_and_said_to_be(asking: Asking) -> None:
    told = cost(asking, "{ objectives { nodes { " + "parents { nodes { " * 10 + "id" + " } }" * 10 + " } } }")

    assert told["requested"] == 2**31 - 1
    assert [error["code"] for error in told["errors"]] == ["TOO_COSTLY"]
