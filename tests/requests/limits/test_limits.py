"""What a request costs, and what a caller may spend, over HTTP."""

import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx2
import pytest

from api.local.server import LocalServer
from api.settings import Settings
from tests.fixtures.bombs import BOMBS
from tests.fixtures.sample import WORKSPACE, settings_for
from tests.fixtures.serving import Asking, ReadersOfSpaces, served

MINUTE = 600
SMALL = "{ objectives(first: 3) { totalCount nodes { title } } }"


@pytest.fixture
def url(sample: LocalServer) -> Iterator[str]:
    """A service that lets each caller spend 600 points a minute."""
    settings = Settings(**{**settings_for(sample, WORKSPACE).model_dump(), "cost_per_minute": MINUTE})
    with served(settings, ReadersOfSpaces(WORKSPACE)) as url:
        yield url


def post(url: str, document: str, **more: Any) -> httpx2.Response:
    return httpx2.post(f"{url}/graphql", json={"query": document, **more}, timeout=30)


def test_an_answer_tells_what_it_could_cost_and_what_it_did(ask: Asking) -> None:
    answer = ask('{ objectives(first: 100, where: {title: {contains: "no such title"}}) { nodes { id } } }')

    assert answer["extensions"]["cost"] == {"requested": 103, "actual": 3, "maximum": 100_000}


def test_what_it_did_cost_counts_the_rows_that_the_caller_sees(ask: Asking) -> None:
    answer = ask("{ strategies(first: 2) { totalCount nodes { title objectives(first: 4) { nodes { id } } } } }")

    nodes = answer["data"]["strategies"]["nodes"]
    seen = len(nodes) + sum(len(node["objectives"]["nodes"]) for node in nodes)
    assert answer["extensions"]["cost"]["actual"] == 1 + 10 + len(nodes) + seen


def test_each_answer_tells_what_is_left(url: str) -> None:
    before = int(time.time())

    answer = post(url, SMALL)

    cost = answer.json()["extensions"]["cost"]
    assert (cost["requested"], cost["limit"], cost["remaining"]) == (14, MINUTE, MINUTE - 14)
    assert answer.headers["X-RateLimit-Limit"] == str(MINUTE)
    assert answer.headers["X-RateLimit-Remaining"] == str(MINUTE - 14)
    reset = int(answer.headers["X-RateLimit-Reset"])
    assert before < reset <= before + 5
    assert datetime.strptime(cost["resetAt"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp() == reset


def test_who_has_spent_it_all_is_told_when_to_come_again(url: str) -> None:
    document = "{ objectives(first: 100) { nodes { owners(first: 2) { nodes { __typename } } } } }"

    first, second = post(url, document), post(url, document)

    [error] = second.json()["errors"]
    assert (first.status_code, second.status_code) == (200, 429)
    assert error["extensions"]["code"] == "RATE_LIMITED"
    assert 0 < int(second.headers["Retry-After"]) <= 60
    assert f"send it again in {second.headers['Retry-After']} s" in error["message"]


def test_a_refused_document_is_paid_for_too(url: str) -> None:
    answer = post(url, "{ objectives { nodes { titel } } }")

    assert answer.headers["X-RateLimit-Remaining"] == str(MINUTE - 10)


def test_asking_for_the_schema_costs_nothing(url: str) -> None:
    answer = post(url, "{ __schema { types { name } } }")

    assert answer.json()["extensions"]["cost"]["requested"] == 0
    assert answer.status_code == 200


def test_bombs_are_refused_while_other_requests_go_on_unharmed(sample_url: str) -> None:
    others = Others(sample_url)

    with others, httpx2.Client(timeout=30) as client:
        answers = [client.post(f"{sample_url}/graphql", json={"query": document}) for document, _ in BOMBS.values()]

    codes = [answer.json()["errors"][0]["extensions"]["code"] for answer in answers]
    assert codes == [code for _, code in BOMBS.values()]
    assert len(others.took) > 5
    assert others.failed == 0
    assert max(others.took) < 1


class Others:
    """Somebody who asks for little, again and again, in a thread of its own."""

    def __init__(self, url: str) -> None:
        self.url, self.took, self.failed = url, list[float](), 0
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.ask)

    def ask(self) -> None:
        with httpx2.Client(timeout=30) as client:
            while not self.over.is_set():
                started = time.monotonic()
                answer = client.post(f"{self.url}/graphql", json={"query": SMALL})
                self.failed += "errors" in answer.json()
                self.took.append(time.monotonic() - started)

    def __enter__(self) -> None:
        self.thread.start()

    def __exit__(self, *_: object) -> None:
        time.sleep(0.3)
        self.over.set()
        self.thread.join()
