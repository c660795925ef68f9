"""Who is signed in: the sessions of one start, found by an opaque cookie. A new start forgets them all."""

import secrets
from collections.abc import Callable

from cachetools import TTLCache
from starlette.requests import Request

from api.sign_in import cookies
from api.sign_in.provider import Provider
from api.sign_in.session import LONGEST, Session
from api.sign_in.token_sets import TokenSet

IDLE = 3600
"""Seconds after which a session ends in which nobody asks anything."""

MOST = 10_000
"""Sessions at once; beyond that the one ends that was not used for the longest time."""


class KeptSessions:
    """`now` in seconds since 1970."""

    def __init__(self, provider: Provider, now: Callable[[], float]) -> None:
        self._provider, self._now = provider, now
        self._open: TTLCache[str, Session] = TTLCache(MOST, LONGEST, timer=now)

    def begin(self, tokens: TokenSet) -> str:
        """A new session; what the browser finds it by, which nobody has had before."""
        name = secrets.token_urlsafe(32)
        self._open[name] = Session(tokens, self._provider, self._now)
        return name

    def forget(self, name: str) -> Session | None:
        """The session of this name, which it no longer has."""
        return self._open.pop(name, None)

    def of(self, request: Request) -> Session | None:
        """The session of a browser."""
        name = cookies.SESSION.read(request)
        session = self._open.get(name)
        if session is not None and self._now() - session.used_at >= IDLE:
            self.forget(name)
            return None
        return session

    async def token(self, request: Request) -> str | None:
        """The access token of a browser that asks something."""
        session = self.of(request)
        if session is None:
            return None
        session.used_at = self._now()
        return await session.token()
