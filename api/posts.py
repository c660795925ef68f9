"""The usual request, a POST of JSON for JSON: what it asks, read without what other requests need."""

import orjson
from starlette.requests import Request
from starlette.websockets import WebSocket
from strawberry.http import GraphQLRequestData

FOR_JSON = frozenset({b"application/json", b"*/*"})
OF_JSON = frozenset({b"application/json", b"application/json; charset=utf-8", b"application/json;charset=utf-8"})


async def posted(request: Request | WebSocket) -> GraphQLRequestData | None:
    """What is asked; None where anything about the request is unusual, so that the view must look at it."""
    if not isinstance(request, Request) or request.method != "POST" or not is_for_json(request):
        return None
    try:
        asked = orjson.loads(await request.body())
    except orjson.JSONDecodeError:
        return None
    match asked:
        case {"query": str(query), **others} if others.keys() <= {"variables", "operationName"}:
            variables, name = others.get("variables"), others.get("operationName")
            if isinstance(variables, dict | None) and isinstance(name, str | None):
                return GraphQLRequestData(query, variables, name, None)
    return None


def is_for_json(request: Request) -> bool:
    """Whether it is JSON and wants JSON, in so many words."""
    of = wanted = b""
    for name, value in request.scope["headers"]:
        if name == b"content-type":
            of = value
        elif name == b"accept":
            wanted = value
    return of in OF_JSON and (not wanted or wanted in FOR_JSON)
