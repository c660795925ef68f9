"""Bodies that are no request, however they are made: each is told so, quickly, in our form."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from urllib.parse import urlsplit

import pytest

from tests.requests.edge.asking import LARGEST, Service, code

DEEP = 4_000
LONG = "7" * 5_000

BODIES = {
    "empty": b"",
    "blank": b"  \n",
    "no JSON": b"query { __typename }",
    "cut": b'{"query": "{ __typename }"',
    "two values": b'{"query": "{ __typename }"} {}',
    "deep arrays": b"[" * DEEP + b"]" * DEEP,
    "deep open arrays": b"[" * (LARGEST - 1),
    "deep variables": b'{"query": "{ __typename }", "variables": ' + b'{"a":' * 1500 + b"1" + b"}" * 1501,
    "null": b"null",
    "a number": b"7",
    "a long number": LONG.encode(),
    "a string": b'"{ __typename }"',
    "true": b"true",
    "an empty array": b"[]",
    "NaN": b'{"query": "{ __typename }", "variables": {"a": NaN}}',
    "Infinity": b'{"query": "{ __typename }", "variables": {"a": -Infinity}}',
    "bad UTF-8": b'{"query": "{ __typename }", "variables": {"a": "\xff"}}',
    "a surrogate alone": b'{"query": "{ __typename }", "variables": {"a": "\xed\xa0\x80"}}',
    "an escaped surrogate alone": b'{"query": "{ __typename }", "variables": {"a": "\\ud800"}}',
    "UTF-16": '{"query": "{ __typename }"}'.encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf" + b'{"query": "{ __typename }"}',
    "two byte order marks": b"\xef\xbb\xbf" * 2 + b'{"query": "{ __typename }"}',
    "no document": b"{}",
    "null as document": b'{"query": null}',
    "an empty document": b'{"query": ""}',
    "a number as document": b'{"query": 7}',
    "a list as variables": b'{"query": "{ __typename }", "variables": []}',
    "a number as operation": b'{"query": "{ __typename }", "operationName": 7}',
    "a list as extensions": b'{"query": "{ __typename }", "extensions": []}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_malformed_body_is_told_so_at_once(service: Service, body: bytes) -> None:
    before = time.perf_counter()

    answer = service.post(body)

    assert (answer.status_code, code(answer)) == (400, "BAD_REQUEST")
    assert time.perf_counter() - before < 1


HOSTILE = {
    "a number of 5,000 digits": b'{"query": "query($id: ID!) { node(id: $id) { id } }", "variables": {"id": %s}}'
    % LONG.encode(),
    "a fraction of 5,000 digits": b'{"query": "query($n: Int) { strategies(first: $n) { totalCount } }",'
    b' "variables": {"n": 1.%s}}' % LONG.encode(),
    "a document with a number of 5,000 digits": b'{"query": "{ strategies(first: %s) { totalCount } }"}'
    % LONG.encode(),
    "variables as deep as can be read": b'{"query": "query($w: StrategyWhere) { strategies(where: $w) { __typename } }"'
    b', "variables": {"w": ' + b'{"not":' * 1000 + b"{}" + b"}" * 1002,
    "the same name twice": b'{"query": "{", "query": "{ __typename }"}',
    "a name with a zero byte": b'{"query": "{ __typename }", "operationName": "a\\u0000"}',
    "a document of control characters": b'{"query": "{ \\u0000\\u0007\\ufeff\\ufffe }"}',
    "an escaped surrogate in a document": b'{"query": "{ node(id: \\"\\\\ud800\\") { id } }"}',
    "an open block string": b'{"query": "{ node(id: \\"\\"\\"a) { id } }"}',
    "a deep document": b'{"query": "%s"}' % (b"{a" * 4_000),
    "a deep list in a document": b'{"query": "{ nodes(ids: %s) { id } }"}' % (b"[" * 4_000),
    "a deep type in a document": b'{"query": "query($a: %s) { __typename }"}' % (b"[" * 4_000),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_request_is_no_fault_of_the_server(service: Service, body: bytes) -> None:
    before = time.perf_counter()

    answer = service.post(body, accept="application/graphql-response+json")

    assert answer.status_code < 500, answer.text
    assert "INTERNAL" not in answer.text
    assert time.perf_counter() - before < 1


def connection(service: Service) -> http.client.HTTPConnection:
    return http.client.HTTPConnection(urlsplit(service.url).netloc, timeout=10)


def test_a_body_of_200_mb_is_refused_by_what_it_says_of_itself(service: Service) -> None:
    before = time.perf_counter()

    with closing(connection(service)) as asking:
        asking.putrequest("POST", "/graphql")
        for name, value in service.headers(content_length=str(200 * 1024**2)).items():
            asking.putheader(name, value)
        asking.endheaders(b'{"query"')
        answer = asking.getresponse()

    assert answer.status == 413
    assert time.perf_counter() - before < 1


def test_a_body_that_says_nothing_of_its_size_is_refused_while_it_comes(service: Service) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 200 * 1024**2:
            sent += 64 * 1024
            yield b" " * 64 * 1024

    with closing(connection(service)) as asking, suppress(BrokenPipeError, ConnectionResetError):
        asking.request("POST", "/graphql", endless(), service.headers(), encode_chunked=True)

    assert sent < 100 * 1024**2


def test_others_are_answered_while_bodies_are_slow(service: Service) -> None:
    url = urlsplit(service.url)
    head = "\r\n".join(f"{name}: {value}" for name, value in service.headers(content_length="1000").items())
    slow = [socket.create_connection((url.hostname or "", url.port or 0)) for _ in range(50)]
    for one in slow:
        one.sendall(f"POST /graphql HTTP/1.1\r\nhost: x\r\n{head}\r\n\r\n{{".encode())

    answer = service.ask({"query": "{ __typename }"})

    assert answer.status_code == 200
    for one in slow:
        one.close()
