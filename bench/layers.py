"""One question with more and more of our layers around it: each step answers the same cases, by their number."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j import AsyncDriver
from starlette.applications import Starlette

from .asking import body, text, variables
from .inside import TIMEOUT, Inside, Sent
from .load import raw
from .load.exchange import Exchange, request
from .scene import Scene
from .workloads import Workload
from .workloads.workload import Case

KEPT = 2.0
"""Seconds after which a connection may have been given up by the server."""

Step = Callable[[int], Awaitable[Any]]
"""What is answered has the shape of the question, or of its statement, hence `Any`."""


@dataclass(frozen=True)
class Under:
    """What the layers stand on. `state` is that of the application's lifespan; `ports` are of servers around all."""

    scene: Scene
    engine: Inside
    driver: AsyncDriver
    app: Starlette
    state: Mapping[str, Any]
    ports: Mapping[str, int]


async def steps(under: Under, workload: Workload, cases: Sequence[Case]) -> dict[str, Step]:
    """Each by the name of its outermost layer."""
    scene = under.scene
    given = [variables(workload, "ours", case, scene) for case in cases]
    bodies = [body(workload, "ours", case, scene).encode() for case in cases]
    sent = [await under.engine.sent(text(workload, "ours"), each) for each in given]
    ideal = [[(text(workload, "raw"), variables(workload, "raw", case, scene))] for case in cases]
    return {
        "ideal": _bare(under, ideal),
        "statement": _bare(under, sent),
        "database": _through_database(under, sent),
        "engine": _through_engine(under, text(workload, "ours"), given),
        "application": _through_application(under, bodies),
        **{name: _over_http(port, bodies, scene.token()) for name, port in under.ports.items()},
    }


def _bare(under: Under, sent: Sequence[Sequence[Sent]]) -> Step:
    server = under.scene.server()

    async def step(number: int) -> Any:
        return await asyncio.gather(*(raw.value(under.driver, server, *each) for each in sent[number]))

    return step


def _through_database(under: Under, sent: Sequence[Sequence[Sent]]) -> Step:
    async def step(number: int) -> Any:
        return await asyncio.gather(*(under.engine.database.value(*each, TIMEOUT) for each in sent[number]))

    return step


def _through_engine(under: Under, question: str, given: Sequence[Mapping[str, Any]]) -> Step:
    async def step(number: int) -> Any:
        return await under.engine.answered(question, given[number])

    return step


def _through_application(under: Under, bodies: Sequence[bytes]) -> Step:
    async def step(number: int) -> Any:
        return await _called(under.app, under.state, bodies[number])

    return step


async def _called(app: Starlette, state: Mapping[str, Any], told: bytes) -> list[bytes]:
    """The application called as a server calls it, and the bytes that it would send."""
    sent: list[bytes] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": told, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message.get("body", b""))

    headers = [(b"content-type", b"application/json"), (b"host", b"127.0.0.1"), (b"accept", b"application/json")]
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http",
        "path": "/graphql", "raw_path": b"/graphql", "query_string": b"", "root_path": "", "headers": headers,
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 2), "state": dict(state),
    }  # fmt: skip
    await app(scope, receive, send)
    return sent


def _over_http(port: int, bodies: Sequence[bytes], token: str) -> Step:
    exchange, requests, used = Exchange(port), [request(told, token) for told in bodies], time.monotonic()

    async def step(number: int) -> Any:
        nonlocal exchange, used
        if time.monotonic() - used > KEPT:
            exchange.close()
            exchange = Exchange(port)
        used = time.monotonic()
        exchange.ask(requests[number])
        while not exchange.is_answered():
            pass
        exchange.check()

    return step
