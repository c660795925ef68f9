"""A fault of ours, wherever it happens: its text is fixed, its insides are logged, and GraphQL's own errors pass."""

import logging
from typing import Any
from uuid import uuid4

import pytest

import api.graphql
from graph.database import Database, Unavailable
from loaders.sharing import Sharing
from resolvers import execution, planning
from resolvers.faults import UNEXPECTED
from tests.requests.edge.asking import JSON, RESPONSE, Service, code

SECRET = "bolt://neo4j:hunter2@10.0.0.7"
LIST = {"query": "{ strategies { totalCount } }"}


def breaks(*_: object, **__: object) -> Any:
    raise ValueError(SECRET)


async def breaks_later(*_: object, **__: object) -> Any:
    raise ValueError(SECRET)


@pytest.mark.parametrize(
    ("of", "name", "fault"),
    [
        pytest.param(Sharing, "read", breaks_later, id="in a statement"),
        pytest.param(Database, "value", breaks_later, id="in the driver"),
        pytest.param(planning.Planning, "operation", breaks, id="in planning"),
        pytest.param(execution, "assembled", breaks, id="in putting the answer together"),
        pytest.param(api.graphql, "answered", breaks, id="in writing the answer"),
        pytest.param(api.graphql, "posted", breaks_later, id="in reading the request"),
        pytest.param(api.graphql, "Context", breaks, id="in the context"),
    ],
)
@pytest.mark.parametrize("accept", [JSON, RESPONSE])
def test_nothing_of_a_fault_is_told(
    service: Service, monkeypatch: pytest.MonkeyPatch, of: Any, name: str, fault: Any, accept: str
) -> None:
    service.ask(LIST)  # who asks is known from here on
    monkeypatch.setattr(of, name, fault)

    answer = service.ask({"query": f"query Q{uuid4().hex} {{ strategies {{ totalCount }} }}"}, accept=accept)

    assert "hunter2" not in answer.text
    assert "ValueError" not in answer.text
    [error] = answer.json()["errors"]
    assert (error["message"], error["extensions"]["code"]) == (UNEXPECTED, "INTERNAL")


def test_a_fault_is_logged_with_its_cause(
    service: Service, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(Sharing, "read", breaks_later)

    with caplog.at_level(logging.ERROR):
        service.ask(LIST)

    [record] = [record for record in caplog.records if record.name == "goldenthread.graphql"]
    assert SECRET in str(record.exc_info)


def test_who_cannot_be_told_apart_while_the_database_is_away_is_asked_to_come_again(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object, **__: object) -> Any:
        raise Unavailable("The database did not answer in time: try again in a moment.") from OSError(SECRET)

    monkeypatch.setattr(Database, "value", away)

    answer = service.ask(LIST, client="somebody new")

    assert (answer.status_code, code(answer)) == (503, "UNAVAILABLE")
    assert answer.headers["retry-after"] == "5"
    assert "hunter2" not in answer.text


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("{ strategiez { totalCount } }", "Did you mean 'strategies'"),
        ("{", "Syntax Error"),
        ("query($id: ID!) { node(id: $id) { id } }", "Variable '$id' has invalid value"),
    ],
)
def test_what_graphql_says_of_a_document_passes(service: Service, document: str, told: str) -> None:
    answer = service.ask({"query": document})

    [error] = answer.json()["errors"]
    assert told in error["message"]
    assert error["locations"]
