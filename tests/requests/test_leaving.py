"""A client that goes away over HTTP: the database ends what was asked for it."""

import json
import socket
import time
from functools import reduce
from urllib.parse import urlsplit

import httpx2
import pytest

from api.local.server import LocalServer
from graph.database import Database
from tests.fixtures.questions import with_database
from tests.fixtures.sample import WORKSPACE, settings_for
from tests.fixtures.serving import Asking, ReadersOfSpaces, served

# Of each item all that counts towards all that it counts towards, and so on up and down.
STEPS = ["descendants", "ancestors"] * 3
ALL = reduce(lambda inner, step: f"{{{step}: {{every: {inner}}}}}", STEPS, '{title: {startsWith: ""}}')
ENDLESS = f"{{ workItems(where: {ALL}) {{ totalCount }} }}"
OURS = """SHOW TRANSACTIONS YIELD currentQuery, status
    WHERE currentQuery STARTS WITH 'CALL (*)' AND status = 'Running' RETURN count(*) AS running"""


def running(server: LocalServer) -> int:
    async def asked(database: Database) -> int:
        rows = await database.rows(OURS, {}, timeout=5)
        return int(rows[0][0])

    count: int = with_database(server, asked)
    return count


def until(server: LocalServer, count: int) -> None:
    deadline = time.monotonic() + 20
    while running(server) != count:
        assert time.monotonic() < deadline, f"{running(server)} statements run"
        time.sleep(0.1)


def asks_and_waits(url: str, method: str) -> socket.socket:
    """A connection on which the endless question was asked."""
    address = urlsplit(url)
    wire = socket.create_connection((address.hostname, address.port))
    if method == "POST":
        body = json.dumps({"query": ENDLESS}).encode()
        head = f"POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    else:
        body = b""
        head = f"GET /graphql?{httpx2.QueryParams(query=ENDLESS)} HTTP/1.1\r\nAccept: application/json\r\n"
    wire.sendall(f"{head}Host: {address.netloc}\r\n\r\n".encode() + body)
    return wire


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_the_statement_of_a_client_that_leaves_is_ended(sample: LocalServer, method: str) -> None:
    settings = settings_for(sample, WORKSPACE).model_copy(update={"request_timeout": 60.0})
    with served(settings, ReadersOfSpaces(WORKSPACE)) as url:
        wire = asks_and_waits(url, method)
        until(sample, 1)

        wire.close()

        until(sample, 0)
        assert Asking(url).data("{ spaces { totalCount } }")["spaces"]["totalCount"] > 0


def test_a_statement_is_ended_at_the_deadline_of_its_request(sample: LocalServer) -> None:
    settings = settings_for(sample, WORKSPACE).model_copy(update={"request_timeout": 1.0})
    with served(settings, ReadersOfSpaces(WORKSPACE)) as url:
        began = time.monotonic()

        answer = Asking(url)(ENDLESS)

        assert answer["errors"][0]["extensions"]["code"] == "TIMED_OUT"
        assert time.monotonic() - began < 10
        until(sample, 0)
