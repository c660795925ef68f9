"""Sign-ins that are under way: begun in a browser, not yet answered by the issuer."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from cachetools import TTLCache

LONGEST = 600
"""Seconds that a person may take at the issuer."""

MOST = 10_000
"""Sign-ins under way at once; beyond that the oldest is forgotten."""


@dataclass(frozen=True)
class Attempt:
    """One sign-in. `browser` is what its browser proves itself with, `replaces` the session that it had before."""

    browser: str
    redirect_uri: str
    replaces: str
    state: str
    nonce: str
    verifier: str


class Attempts:
    """Each can be ended once, by the browser that began it. `now` in seconds."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._begun: TTLCache[str, Attempt] = TTLCache(MOST, LONGEST, timer=now)

    def begin(self, browser: str, redirect_uri: str, replaces: str) -> Attempt:
        # RFC 7636 asks for a verifier of 43 characters at least; this one has 64.
        state, nonce, verifier = (secrets.token_urlsafe(size) for size in (32, 32, 48))
        attempt = Attempt(browser, redirect_uri, replaces, state, nonce, verifier)
        self._begun[state] = attempt
        return attempt

    def end(self, state: str, browser: str) -> Attempt | None:
        """The sign-in with this state; None if this browser began none, or has ended it."""
        attempt = self._begun.get(state)
        if attempt is None or not secrets.compare_digest(attempt.browser.encode(), browser.encode()):
            return None
        del self._begun[state]
        return attempt
