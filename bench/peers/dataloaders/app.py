"""The service: Starlette, Strawberry's own view, and loaders made afresh for each request."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypedDict

import orjson
import uvicorn
from neo4j import AsyncGraphDatabase
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL

from .context import Context
from .loaders import Graph, Loaders
from .query import create_schema
from .schema import made


class State(TypedDict):
    graph: Graph


class Endpoint(GraphQL[Context, None]):
    """Strawberry's view, with the quicker JSON that a careful user gives it."""

    async def get_context(self, request: Request | WebSocket, response: Response | WebSocket) -> Context:
        return Context(Loaders(request.state.graph), made)

    def encode_json(self, data: object) -> bytes:
        return orjson.dumps(data)


@asynccontextmanager
async def lifespan(_: Starlette) -> AsyncIterator[State]:
    of = os.environ
    driver = AsyncGraphDatabase.driver(
        of["BENCH_URI"],
        auth=(of["BENCH_USER"], of["BENCH_PASSWORD"]),
        telemetry_disabled=True,
        notifications_min_severity="OFF",
    )
    async with driver:
        yield State(graph=Graph(driver, of["BENCH_DATABASE"], of["BENCH_READABLE"].split()))


def main() -> None:
    endpoint = Endpoint(create_schema(), graphql_ide=None, subscription_protocols=())
    app = Starlette(routes=[Route("/graphql", endpoint, methods=["POST"])], lifespan=lifespan)
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ["BENCH_PORT"]), log_level="warning", ws="none")


if __name__ == "__main__":
    main()
