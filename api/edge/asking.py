"""What a request asks: its document, variables and operation, from the address of a GET or from the body of a POST."""

from collections.abc import Mapping
from email.message import Message
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request
from strawberry.http import GraphQLRequestData

from api.edge.media import JSON
from api.edge.unserved import Unserved, malformed

PARAMETERS = ("query", "operationName", "variables", "extensions")


async def asked(request: Request) -> GraphQLRequestData:
    """What is asked. Parameters that are not known are ignored, as the specification has it.

    Raises:
        Unserved: it is no request of GraphQL over HTTP (400), or its body is no JSON in UTF-8 (415).
    """
    return _of(_in_address(request) if request.method != "POST" else await _in_body(request))


def _of(given: Mapping[str, Any]) -> GraphQLRequestData:
    """JSON of any shape, hence `Any`."""
    query, operation, variables, extensions = (given.get(name) for name in PARAMETERS)
    if not isinstance(query, str | None):
        raise malformed("query must be a string: the text of a GraphQL document.")
    if not isinstance(operation, str | None):
        raise malformed("operationName must be a string: the name of an operation of the document.")
    if not isinstance(variables, dict | None):
        raise malformed("variables must be an object: a value for each variable, by name.")
    if not isinstance(extensions, dict | None):
        raise malformed("extensions must be an object.")
    return GraphQLRequestData(query, variables, operation or None, extensions)


def _in_address(request: Request) -> Mapping[str, Any]:
    """The empty string counts as absent, but for the document."""
    try:
        pairs = parse_qsl(request.scope["query_string"].decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError as fault:
        raise malformed("The address is not encoded as UTF-8 in percent signs.") from fault
    given = [(name, value) for name, value in pairs if name in PARAMETERS]
    if len(given) != len(dict(given)):
        raise malformed("Each parameter may stand in the address once: of two nobody knows which one counts.")
    return {
        name: _json(value.encode(), f"{name} is no JSON") if name in {"variables", "extensions"} else value
        for name, value in given
        if value or name == "query"
    }


async def _in_body(request: Request) -> Mapping[str, Any]:
    _check_encoding(request)
    body = await request.body()
    if not body:
        raise malformed('The body is empty: send JSON, as {"query": "…"}.')
    match _json(body, "The body is no JSON"):
        case dict(given):
            return given
        case list():
            raise malformed("Operations are not served in batches: send each in a request of its own.")
    raise malformed('The body must be an object, as {"query": "…"}.')


def _check_encoding(request: Request) -> None:
    if not is_json(request.headers.get("content-type", "")):
        raise Unserved(415, "BAD_REQUEST", f"Send the body as Content-Type: {JSON}, in UTF-8.", {"Accept": JSON})
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Unserved(415, "BAD_REQUEST", "Send the body uncompressed.", {"Accept-Encoding": "identity"})


@lru_cache(maxsize=256)
def is_json(content_type: str) -> bool:
    """Read by the standard library's `Message`, which knows of quotes and of letters' case."""
    header = Message()
    header["content-type"] = content_type
    return header.get_content_type() == JSON and header.get_content_charset("utf-8") in {"utf-8", "utf8"}


def _json(text: bytes, wrong: str) -> Any:
    """JSON of any shape, hence `Any`. What is not UTF-8, and more than some 1,000 levels, cannot be read."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as fault:
        raise malformed(f"{wrong} that can be read: {fault.msg} at character {fault.pos}.") from fault
