"""From the outcome of a request to its answer: what stands in it, as which media type, with which status."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.responses import Response
from strawberry.types import ExecutionResult

from api.edge.media import JSON
from resolvers.faults import coded

STATUS: Mapping[str, int] = MappingProxyType(
    {"OPERATION_RESOLUTION_FAILURE": 422, "UNAVAILABLE": 503, "TIMED_OUT": 503, "INTERNAL": 500}
)
"""Where nothing ran, by the code; 400 for all others, since it is the request then that must be changed."""


class RequestError(Exception):
    """A request error in GraphQL's words: the request is well-formed, and nothing ran."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code

    @property
    def outcome(self) -> ExecutionResult:
        return ExecutionResult(None, [coded(GraphQLError(str(self)), self.code)])


def answered(outcome: ExecutionResult, media: str) -> Response:
    body: dict[str, Any] = {}
    if is_run := has_run(outcome):
        body["data"] = outcome.data
    if outcome.errors:
        body["errors"] = [error.formatted for error in outcome.errors]
    if outcome.extensions:
        body["extensions"] = outcome.extensions
    status = 200 if is_run or media == JSON else status_of(outcome)
    return Response(orjson.dumps(body), status, media_type=f"{media}; charset=utf-8")


def has_run(outcome: ExecutionResult) -> bool:
    """Whether anything ran. What goes wrong while it runs has a path; what goes wrong before has none."""
    return outcome.data is not None or any(error.path for error in outcome.errors or ())


def status_of(outcome: ExecutionResult) -> int:
    codes = [str((error.extensions or {}).get("code")) for error in outcome.errors or ()]
    return STATUS.get(codes[0], 400) if codes else 400
