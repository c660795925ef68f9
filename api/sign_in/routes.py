"""What signing in answers over HTTP: the way to the issuer, the way back, who is signed in, the way out."""

import re
import secrets

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from api.identity.challenges import Challenge
from api.identity.origin import is_from_our_page
from api.identity.session_answer import SESSION, SessionAnswer, ViewerAnswer, answered, viewer_answer
from api.sign_in import cookies, failures
from api.sign_in.arriving import Arrivals
from api.sign_in.attempts import LONGEST
from api.sign_in.endpoints import ProviderUnavailable
from api.sign_in.failures import Failed
from api.sign_in.page import NEVER_KEPT, page_of
from api.sign_in.session import Session
from api.sign_in.sessions import KeptSessions

SIGN_IN = "/sign-in"
CALLBACK = f"{SIGN_IN}/callback"
SIGN_OUT = "/sign-out"
PAGE = "/"

BROWSER = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)
"""What a browser proves itself with: 32 bytes that nobody guesses."""

NOT_OUR_PAGE = "Signing out takes a POST of JSON from this service's own page.\n"


class SignInRoutes:
    """The routes of one start."""

    def __init__(self, arrivals: Arrivals, sessions: KeptSessions) -> None:
        self._arrivals, self._sessions = arrivals, sessions

    def routes(self) -> list[BaseRoute]:
        """All of them; they go before all others of the service."""
        return [
            Route(SIGN_IN, self.begin),
            Route(CALLBACK, self.arrive),
            Route(SIGN_OUT, self.sign_out, methods=["POST"]),
            Route(SESSION, self.session),
        ]

    async def begin(self, request: Request) -> Response:
        """Send a browser to the issuer. It always comes back to the page, whatever its address says."""
        origin = cookies.origin_of(request)
        if origin is None:
            return page_of(failures.odd_host())
        known = cookies.BROWSER.read(request)
        browser = known if BROWSER.fullmatch(known) else secrets.token_urlsafe(32)
        attempt = self._arrivals.attempts.begin(browser, origin + CALLBACK, cookies.SESSION.read(request))
        try:
            answer = _redirect(await self._arrivals.provider.address(attempt))
        except ProviderUnavailable:
            return page_of(failures.issuer_unavailable())
        cookies.BROWSER.set(request, answer, browser, LONGEST)
        return answer

    async def arrive(self, request: Request) -> Response:
        """Sign in a browser that the issuer led back, by a session with a name that it never had before."""
        try:
            arrival = await self._arrivals.of(request)
        except Failed as failed:
            return page_of(failed)
        self._sessions.forget(arrival.attempt.replaces)
        answer = _redirect(PAGE)
        cookies.SESSION.set(request, answer, self._sessions.begin(arrival.tokens))
        return answer

    async def session(self, request: Request) -> Response:
        """Who is signed in. That a page looks is no use of the session."""
        session = self._sessions.of(request)
        return answered(
            SessionAnswer(
                viewer=None if session is None else await self._viewer(session),
                personas=(),
                persona=None,
                signIn=SIGN_IN,
                signOut=None if session is None else SIGN_OUT,
            )
        )

    async def sign_out(self, request: Request) -> Response:
        """End the session here, what the issuer gave for it, and say where the browser ends it at the issuer too."""
        if not is_from_our_page(request):
            return PlainTextResponse(NOT_OUR_PAGE, 403)
        session = self._sessions.forget(cookies.SESSION.read(request))
        next_ = PAGE if session is None else await self._ended(session, request.headers["origin"])
        answer = JSONResponse({"next": next_}, headers=NEVER_KEPT)
        cookies.SESSION.forget(request, answer)
        return answer

    async def _viewer(self, session: Session) -> ViewerAnswer | None:
        try:
            token = await session.token()
            identity = None if token is None else await self._arrivals.verifying.proven(token)
        except Challenge:
            return None
        return None if identity is None else viewer_answer(identity) | {"expiresAt": int(session.ends_at)}

    async def _ended(self, session: Session, origin: str) -> str:
        provider, tokens = self._arrivals.provider, await session.close()
        if tokens.refresh_token is not None:
            await provider.revoke(tokens.refresh_token)
        return await provider.farewell(tokens, origin + PAGE) or PAGE


def _redirect(address: str) -> Response:
    return RedirectResponse(address, 303, NEVER_KEPT)
