"""Browsers that signed in here: their cookie says nothing, and the server holds the token that it stands for."""

from typing import Protocol

from starlette.requests import Request


class Sessions(Protocol):
    """Whoever knows which token a cookie stands for."""

    async def token(self, request: Request) -> str | None:
        """An access token, checked like any other; None where the request carries no cookie that is known."""
        ...


class NoSessions:
    """Nobody signs in here; every request brings its own token."""

    async def token(self, request: Request) -> str | None:
        return None
