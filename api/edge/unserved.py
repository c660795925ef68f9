"""What is answered where a request never comes to GraphQL: an error of our form, with the status that HTTP has for it.

The specification of GraphQL over HTTP says which status, RFC 9110 which headers go with it.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from types import MappingProxyType
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from graph.database import TookTooLong, Unavailable
from resolvers.faults import UNEXPECTED
from resolvers.reasons import docs_of

RETRY_AFTER: Mapping[str, str] = MappingProxyType({"Retry-After": "5"})
"""Seconds after which what is unavailable may be there again."""


class Unserved(Exception):
    """Ends a request with an answer: its status, a code for programs, a message for people, and further headers."""

    def __init__(self, status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.headers = status, code, message, headers or {}


def malformed(message: str) -> Unserved:
    """What came is no request of GraphQL over HTTP."""
    return Unserved(400, "BAD_REQUEST", message)


def handlers() -> dict[Any, Callable[[Request, Exception], Awaitable[Response]]]:
    """For Starlette's `exception_handlers`, whose keys are statuses and classes."""
    return {
        Unserved: _unserved,
        405: _wrong_method,
        RecursionError: _too_deep,
        TookTooLong: _unavailable,
        Unavailable: _unavailable,
        Exception: _fault,
    }


async def _unserved(_: Request, unserved: Exception) -> Response:
    assert isinstance(unserved, Unserved)
    return _answer(unserved)


async def _wrong_method(request: Request, refused: Exception) -> Response:
    assert isinstance(refused, HTTPException)
    headers = refused.headers or {}
    message = f"{request.method} is not served here; {headers.get('Allow', 'GET')} is."
    return _answer(Unserved(405, "BAD_REQUEST", message, headers))


async def _too_deep(_: Request, __: Exception) -> Response:
    return _answer(malformed("It is nested too deeply to be read: ask with fewer levels."))


async def _unavailable(_: Request, fault: Exception) -> Response:
    """The database does not say who asks."""
    logging.getLogger("goldenthread.http").warning("The database is unavailable.", exc_info=fault)
    return _answer(Unserved(503, "UNAVAILABLE", "The database does not answer: try again in a moment.", RETRY_AFTER))


async def _fault(_: Request, __: Exception) -> Response:
    """Starlette raises it again after the answer, so that the server logs it."""
    return _answer(Unserved(500, "INTERNAL", UNEXPECTED))


def _answer(unserved: Unserved) -> Response:
    error = {"message": unserved.message, "extensions": {"code": unserved.code, "docs": docs_of(unserved.code)}}
    return JSONResponse({"errors": [error]}, unserved.status, {"Cache-Control": "no-store", **unserved.headers})
