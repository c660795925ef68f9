"""A body that is long on its way: waited for as long as is set, and no longer."""

import json
import select
import socket
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPResponse
from urllib.parse import urlsplit

import pytest

from api.settings import Settings
from tests.fixtures.serving import served
from tests.requests.edge.asking import Service

LONGEST = 1.0
BODY = json.dumps({"query": "{ __typename }"}).encode()


@pytest.fixture(scope="module")
def impatient(service: Service, settings: Settings) -> Iterator[Service]:
    with served(settings.model_copy(update={"body_timeout": LONGEST})) as url:
        yield Service(url, service.issuer, {})


def opened(service: Service) -> socket.socket:
    """A connection on which the head of a request was sent."""
    url = urlsplit(service.url)
    head = "\r\n".join(f"{name}: {value}" for name, value in service.headers(content_length=str(len(BODY))).items())
    connection = socket.create_connection((url.hostname or "", url.port or 0), timeout=10)
    connection.sendall(f"POST /graphql HTTP/1.1\r\nhost: x\r\n{head}\r\n\r\n".encode())
    return connection


def answer(connection: socket.socket) -> HTTPResponse:
    response = HTTPResponse(connection, method="POST")
    response.begin()
    return response


def test_a_body_that_does_not_come_is_given_up(impatient: Service) -> None:
    before = time.monotonic()

    with closing(opened(impatient)) as connection:
        connection.sendall(BODY[:1])
        told = answer(connection)
        [error] = json.loads(told.read())["errors"]
        rest = connection.recv(1)

    assert (told.status, error["extensions"]["code"]) == (408, "TOO_SLOW")
    assert "after 1 s" in error["message"]
    assert rest == b""
    assert LONGEST <= time.monotonic() - before < LONGEST + 3


def test_a_body_that_trickles_gains_no_time_by_it(impatient: Service) -> None:
    before, left = time.monotonic(), iter(BODY)

    with closing(opened(impatient)) as connection:
        while not select.select([connection], [], [], LONGEST / 8)[0]:
            connection.sendall(bytes([next(left)]))
        told = answer(connection)

    assert told.status == 408
    assert time.monotonic() - before < LONGEST + 3


def test_a_body_that_is_slow_and_comes_in_time_is_answered(impatient: Service) -> None:
    with closing(opened(impatient)) as connection:
        for part in (BODY[:5], BODY[5:]):
            time.sleep(LONGEST / 8)
            connection.sendall(part)
        told = answer(connection)

        assert json.loads(told.read())["data"] == {"__typename": "Query"}
