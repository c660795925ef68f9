"""Browsers that opened the printed address: each has a cookie that says nothing, and asks as the persona it chose."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.requests import Request

from api.personas.personas import PERSONAS, Persona

MOST = 100
"""Browsers that are known at once."""

SPARE = 60
"""Seconds that a token must still count to be used again."""


class Browsers:
    """The sessions of one start. `sign` makes the token of a persona, which counts for `lifetime` seconds.

    The cookie is named for the port, since cookies of one host go to all its ports, and two demos may run.
    """

    def __init__(self, port: int, sign: Callable[[Persona], str], lifetime: float) -> None:
        self.cookie = f"goldenthread-{port}"
        self._sign, self._lifetime = sign, lifetime
        self._chosen: OrderedDict[str, Persona] = OrderedDict()
        self._signed: dict[str, tuple[str, float]] = {}

    def open(self, request: Request) -> str:
        """The session of a browser: the one it has, else a new one of the first persona."""
        session = request.cookies.get(self.cookie, "")
        if session not in self._chosen:
            session = secrets.token_urlsafe(32)
            self._chosen[session] = PERSONAS[0]
        if len(self._chosen) > MOST:
            self._chosen.popitem(last=False)
        return session

    def current(self, request: Request) -> Persona | None:
        """As whom a browser asks; None if it did not open the printed address."""
        return self._chosen.get(request.cookies.get(self.cookie, ""))

    def choose(self, request: Request, persona: Persona) -> None:
        """Let a browser that is known ask as another."""
        session = request.cookies[self.cookie]
        assert session in self._chosen
        self._chosen[session] = persona

    async def token(self, request: Request) -> str | None:
        persona = self.current(request)
        return None if persona is None else self._token(persona)

    def _token(self, persona: Persona) -> str:
        token, until = self._signed.get(persona.name, ("", 0.0))
        if until < time.time() + SPARE:
            token, until = self._sign(persona), time.time() + self._lifetime
            self._signed[persona.name] = token, until
        return token
