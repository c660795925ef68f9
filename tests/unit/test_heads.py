"""Heads of requests without end, on the server as `goldenthread serve` configures it."""

import socket
import threading
import time
from collections.abc import Iterator

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from api.command.heads import LARGEST
from api.command.serving import configured
from api.settings import Settings

Address = tuple[str, int]


async def measured(request: Request) -> PlainTextResponse:
    return PlainTextResponse(f"{len(await request.body())} {len(request.url.query)}")


@pytest.fixture(scope="module")
def address() -> Iterator[Address]:
    app = Starlette(routes=[Route("/", measured, methods=["GET", "POST"])])
    server = uvicorn.Server(configured(app, Settings()))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        yield listening.getsockname()
        server.should_exit = True
        thread.join()


def answered(address: Address, *pieces: bytes) -> bytes:
    """What comes back until the server closes, or no more is to come."""
    with socket.create_connection(address, timeout=10) as asking:
        for piece in pieces:
            try:
                asking.sendall(piece)
            except OSError:
                break
            time.sleep(0.01)
        return asking.recv(65536)


@pytest.mark.parametrize(
    ("start", "piece"),
    [
        (b"GET /?q=", b"a" * 16_384),
        (b"GET / HTTP/1.1\r\nhost: x\r\nx-long: ", b"a" * 16_384),
        (b"GET / HTTP/1.1\r\nhost: x\r\n", b"x-many: 1\r\n" * 1_500),
    ],
    ids=["address", "header", "headers"],
)
def test_a_head_without_end_is_refused_while_it_comes(address: Address, start: bytes, piece: bytes) -> None:
    answer = answered(address, start, *[piece] * (2 * LARGEST // len(piece)))

    assert answer.startswith(b"HTTP/1.1 431 ")
    assert answer.endswith(b"send the document by POST.\n")


def test_a_large_address_and_a_larger_body_are_read(address: Address) -> None:
    long = b"GET /?%s HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n" % (b"a" * (LARGEST - 1000))
    body = b"POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: %d\r\n\r\n" % (4 * LARGEST)

    assert answered(address, long[:9000], long[9000:]).endswith(b"0 %d" % (LARGEST - 1000))
    assert answered(address, body, *[b"a" * LARGEST] * 4).endswith(b"%d 0" % (4 * LARGEST))
