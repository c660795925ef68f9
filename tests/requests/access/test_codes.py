"""Each example in the registry of codes meets its code, and the answer leads to where it is told of."""

import httpx2
import pytest

from resolvers.codes import CODES
from resolvers.reasons import Asked, Code
from tests.fixtures.access import Granting

RUN = [code for code in CODES if isinstance(code.example, Asked)]


@pytest.mark.parametrize("code", RUN, ids=lambda code: code.name)
def test_an_example_meets_its_code(granting: Granting, code: Code) -> None:
    assert isinstance(code.example, Asked)

    answer = granting.caller("ada").answer(code.example.document)

    [told] = answer.get("errors") or answer["data"].values()
    assert told.get("extensions", told)["code"] == code.name
    assert told.get("extensions", {"docs": code.docs})["docs"] == code.docs


def test_an_error_before_graphql_leads_to_where_it_is_told_of_too(granting: Granting) -> None:
    answer = httpx2.post(f"{granting.url}/graphql", json={"query": "{ viewer { subject } }"})

    [error] = answer.json()["errors"]
    page, _, anchor = error["extensions"]["docs"].partition("#")
    assert anchor == error["extensions"]["code"] == "UNAUTHENTICATED"
    assert f'id="{anchor}"' in httpx2.get(f"{granting.url}{page}").text
