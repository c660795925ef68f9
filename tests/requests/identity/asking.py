"""A small service that does nothing but say who asks, over real HTTP."""

import socket
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import BaseRoute, Route

from api.identity.challenges import Challenge, missing_scope
from api.identity.resource import Resource
from api.identity.tokens import Tokens

SCOPES = ("work:read", "people:read")

Opening = Callable[[], AbstractAsyncContextManager[Tokens]]


@dataclass
class Clock:
    """The real time, and what a test adds to it."""

    ahead: float = 0

    def __call__(self) -> float:
        return time.time() + self.ahead


async def who(request: Request) -> JSONResponse:
    identity = await request.state.tokens.identity(request)
    shown = {name: sorted(v) if isinstance(v, frozenset) else v for name, v in vars(identity).items()}
    return JSONResponse(shown)


async def guarded(request: Request) -> JSONResponse:
    identity = await request.state.tokens.identity(request)
    if "cost:read" not in identity.scopes:
        raise missing_scope(["cost:read"])
    return JSONResponse({})


def small_service(resource: Resource, opening: Opening, more: Sequence[BaseRoute] = ()) -> Starlette:
    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[dict[str, Tokens]]:
        async with opening() as tokens:
            yield {"tokens": tokens}

    page = Route("/", PlainTextResponse("the page"))
    mine = [Route("/graphql", who, methods=["GET", "POST"]), Route("/guarded", guarded), page]
    return Starlette(
        routes=[*more, *resource.routes(), *mine],
        lifespan=lifespan,
        exception_handlers={Challenge: resource.answer},
    )


@contextmanager
def listening() -> Iterator[tuple[socket.socket, int]]:
    # Named TCP, or asyncio does not turn off what delays each answer by 40 ms.
    with socket.socket(proto=socket.IPPROTO_TCP) as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken, taken.getsockname()[1]


@contextmanager
def served(app: Starlette, taken: socket.socket) -> Iterator[httpx2.Client]:
    """The service, and a client that asks it."""
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, ws="none", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.01)
    try:
        with httpx2.Client(base_url=f"http://127.0.0.1:{taken.getsockname()[1]}", timeout=30) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}
