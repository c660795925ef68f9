"""What the personas answer over HTTP: the printed address, the session, another choice, a token for a terminal."""

from types import MappingProxyType

from starlette.datastructures import QueryParams
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from api.identity.origin import is_from_our_page
from api.identity.session_answer import SESSION, PersonaAnswer, SessionAnswer, answered, viewer_answer
from api.identity.tokens import Tokens
from api.personas.browsers import Browsers
from api.personas.door import Door
from api.personas.here import OnlyHere
from api.personas.issuer import LIFETIME, PATH, Issuer
from api.personas.personas import PERSONAS, named

KEY = "key"

WRONG_KEY = "This is not the key of the demo that runs: open the address that it printed at its start.\n"
NOT_OPENED = "Open the address that the demo printed at its start; then this page may choose.\n"
NOT_OUR_PAGE = "A persona is chosen by a POST of JSON from the demo's own page.\n"
NO_PERSONA = f"There is no such persona. There are {', '.join(persona.name for persona in PERSONAS)}.\n"

NEVER_KEPT = MappingProxyType({"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})


class _Visit(Route):
    """The page's own address, with a key in it. Without one the page itself answers."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        match, child = super().matches(scope)
        has_key = match is not Match.NONE and KEY in QueryParams(scope["query_string"])
        return (match, child) if has_key else (Match.NONE, {})


class PersonaRoutes:
    """The routes of one start."""

    def __init__(self, door: Door, issuer: Issuer, browsers: Browsers, tokens: Tokens) -> None:
        self._door, self._issuer, self._browsers, self._tokens = door, issuer, browsers, tokens

    def routes(self) -> list[BaseRoute]:
        """All of them, for this machine alone; they go before all others of the service."""
        here = [Middleware(OnlyHere)]
        return [
            _Visit("/", self.visit, middleware=here),
            *self._issuer.routes(),
            Route(SESSION, self.session, middleware=here),
            Route(f"{PATH}/{{name}}", self.choose, methods=["POST"], middleware=here),
            Route(f"{PATH}/{{name}}/token", self.sign, methods=["POST"], middleware=here),
        ]

    def visit(self, request: Request) -> Response:
        """Let the browser in, and take the key out of its address line."""
        if not self._door.opens_with(request.query_params[KEY]):
            return PlainTextResponse(WRONG_KEY, 403, NEVER_KEPT)
        answer = RedirectResponse("/", 303, NEVER_KEPT)
        answer.set_cookie(self._browsers.cookie, self._browsers.open(request), httponly=True, samesite="strict")
        return answer

    async def session(self, request: Request) -> Response:
        """Who there is, and as whom this browser asks: nobody if it did not open the printed address."""
        token, current = await self._browsers.token(request), self._browsers.current(request)
        return answered(
            SessionAnswer(
                viewer=viewer_answer(await self._tokens.proven(token)) if token else None,
                personas=[PersonaAnswer(name=one.name, description=one.description) for one in PERSONAS],
                persona=None if current is None else current.name,
                signIn=None,
                signOut=None,
            )
        )

    async def choose(self, request: Request) -> Response:
        """Let this browser ask as another."""
        if not is_from_our_page(request):
            return PlainTextResponse(NOT_OUR_PAGE, 403)
        if self._browsers.current(request) is None:
            return PlainTextResponse(NOT_OPENED, 403)
        persona = named(request.path_params["name"])
        if persona is None:
            return PlainTextResponse(NO_PERSONA, 404)
        self._browsers.choose(request, persona)
        return await self.session(request)

    def sign(self, request: Request) -> Response:
        """A token for whoever holds the start key."""
        if not self._door.opens_with(request.headers.get("authorization", "").removeprefix("Bearer ")):
            return PlainTextResponse(WRONG_KEY, 403, NEVER_KEPT)
        persona = named(request.path_params["name"])
        if persona is None:
            return PlainTextResponse(NO_PERSONA, 404)
        answer = {"access_token": self._issuer.token(persona), "token_type": "Bearer", "expires_in": LIFETIME}
        return JSONResponse(answer, headers=NEVER_KEPT)
