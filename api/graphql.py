"""The GraphQL endpoint: what a request asks, who asks it, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Send
from starlette.types import Scope as Connection
from strawberry.exceptions import MissingQueryError
from strawberry.http import GraphQLRequestData
from strawberry.schema.exceptions import CannotGetOperationTypeError, InvalidOperationTypeError
from strawberry.types import ExecutionResult
from strawberry.types.graphql import OperationType

from api.budgets.headers import tell
from api.edge.answering import RequestError, answered, has_run
from api.edge.asking import asked
from api.edge.bodies import bounded
from api.edge.documents import Documents
from api.edge.media import JSON, wanted
from api.edge.unserved import Unserved, malformed
from api.posts import posted
from loaders.sharing import Sharing
from resolvers.context import Context
from resolvers.execution import CompiledSchema
from resolvers.store import Changes

METHODS = ("GET", "POST", "OPTIONS")

ALLOWED: Mapping[str, frozenset[OperationType]] = MappingProxyType(
    {
        "GET": frozenset({OperationType.QUERY}),
        "HEAD": frozenset({OperationType.QUERY}),
        "POST": frozenset({OperationType.QUERY, OperationType.MUTATION}),
    }
)

# What an address answers depends on who asks and in which form, and changes at any moment.
OF_AN_ADDRESS: Mapping[str, str] = MappingProxyType(
    {"Cache-Control": "private, no-cache", "Vary": "Accept, Authorization, Cookie"}
)


@dataclass(frozen=True)
class Limits:
    """The longest that a request, and its body on the way, may take, in seconds; the largest body, in bytes; and how
    many numbers are remembered.
    """

    timeout: float
    body_timeout: float
    largest_body: int
    numbers_kept: int


class Endpoint:
    """Answers requests by the specification of GraphQL over HTTP."""

    def __init__(self, schema: CompiledSchema, documents: Documents, limits: Limits) -> None:
        self._schema, self._documents, self._limits = schema, documents, limits
        self._reads = lru_cache(maxsize=1)(partial(Sharing, timeout=limits.timeout, numbers_kept=limits.numbers_kept))

    async def __call__(self, scope: Connection, receive: Receive, send: Send) -> None:
        limits = self._limits
        request = Request(scope, bounded(scope, receive, limits.largest_body, limits.body_timeout))
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})
        media, usual = JSON, await posted(request)
        if usual is None:
            media, usual = wanted(request), await asked(request)
        context = await self._context(request)
        try:
            text = self._documents.meant(usual, context.viewer)
            outcome = await self._outcome(text, usual, context, request.method)
        except RequestError as refused:
            return answered(refused.outcome, media)
        if usual.extensions and has_run(outcome):
            self._documents.keep(usual, context.viewer)
        answer = answered(outcome, media)
        if request.method != "POST":
            answer.headers.update(OF_AN_ADDRESS)
        if context.spent:
            tell(context.spent, answer)
        return answer

    async def _outcome(self, text: str, asked: GraphQLRequestData, context: Context, method: str) -> ExecutionResult:
        try:
            outcome: ExecutionResult = await self._schema.execute(
                text, asked.variables, context, None, asked.operation_name, ALLOWED[method], asked.extensions
            )
        except MissingQueryError as fault:
            raise malformed("query is empty: send the text of a GraphQL document.") from fault
        except CannotGetOperationTypeError as fault:
            raise RequestError(
                "OPERATION_RESOLUTION_FAILURE", "operationName names no operation of the document."
            ) from fault
        except InvalidOperationTypeError as fault:
            message = f"Only a query can be asked by {method}: send this {fault.operation_type.value} by POST."
            raise Unserved(405, "BAD_REQUEST", message, {"Allow": "POST"}) from fault
        return outcome

    async def _context(self, request: Request) -> Context:
        state = request.state
        viewer = await state.viewers.of(request)
        changes = Changes(state.database, self._limits.timeout, state.viewers.forget)
        return Context(viewer, self._reads(state.database), state.cursors, changes, budget=state.budgets.of(viewer))
