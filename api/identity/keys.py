"""The keys of an issuer as requests need them: kept, asked for again when it is time, one question at a time."""

import asyncio
import logging
import math
from collections.abc import Awaitable, Callable
from typing import Protocol

from joserfc.jwk import KeySet

FRESH = 300
"""Seconds for which keys are used without asking again: that long a key that was withdrawn may still count."""

LASTS = 3600
"""Seconds for which keys are used when the issuer does not answer."""

PAUSE = 30
"""Seconds between two questions for keys that nobody knows, and after a question without an answer."""

SHORT_PAUSE = 2
"""Seconds after a question without an answer, while there is no key that could serve."""

PATIENCE = 1
"""Seconds that a request waits for newer keys when there are some that can serve."""


class KeysUnavailable(Exception):
    """The issuer does not say what its keys are."""


class Keys(Protocol):
    """Whoever knows the keys of an issuer."""

    async def for_id(self, key_id: str) -> KeySet:
        """The issuer's keys, among them that with the id if there is one.

        Raises:
            KeysUnavailable: nobody knows them.
        """
        ...


class FixedKeys:
    """Keys that are known from the start and stay as they are."""

    def __init__(self, keys: KeySet) -> None:
        self._keys = keys

    async def for_id(self, key_id: str) -> KeySet:
        return self._keys


class KeptKeys:
    """The keys that `fetch` brings from an issuer. `now` in seconds."""

    def __init__(self, issuer: str, fetch: Callable[[], Awaitable[KeySet]], now: Callable[[], float]) -> None:
        self._issuer, self._fetch, self._now = issuer, fetch, now
        self._keys = KeySet([])
        self._fetched = self._failed = self._asked_for_unknown = -math.inf
        self._answers = 0
        self._question: asyncio.Task[None] | None = None

    async def for_id(self, key_id: str) -> KeySet:
        answers = self._answers
        if self._age() >= FRESH and self._may_ask():
            await self._answered(PATIENCE if self._can_serve() else None)
        if not self._has(key_id) and self._answers == answers and self._may_ask_for_unknown():
            if not self._is_asking():
                self._asked_for_unknown = self._now()
            await self._answered(None)
        if not self._can_serve():
            raise KeysUnavailable
        return self._keys

    async def close(self) -> None:
        """End a question that is under way."""
        if self._question is not None:
            self._question.cancel()
            await asyncio.wait([self._question])

    def _age(self) -> float:
        return self._now() - self._fetched

    def _can_serve(self) -> bool:
        return self._age() < LASTS

    def _has(self, key_id: str) -> bool:
        return any(key.kid == key_id for key in self._keys)

    def _is_asking(self) -> bool:
        return self._question is not None and not self._question.done()

    def _may_ask(self) -> bool:
        pause = PAUSE if self._can_serve() else SHORT_PAUSE
        return self._is_asking() or self._now() - self._failed >= pause

    def _may_ask_for_unknown(self) -> bool:
        has_paused = self._now() - self._asked_for_unknown >= PAUSE
        return self._is_asking() or (self._can_serve() and has_paused)

    async def _answered(self, patience: float | None) -> None:
        """Wait for the question under way, else ask one. Whoever gives up waiting does not end it for the others."""
        if not self._is_asking():
            self._question = asyncio.create_task(self._ask())
        assert self._question is not None
        await asyncio.wait([self._question], timeout=patience)
        if self._question.done():
            self._question.result()

    async def _ask(self) -> None:
        try:
            self._keys = await self._fetch()
            self._fetched = self._now()
        except KeysUnavailable as fault:
            self._failed = self._now()
            logging.getLogger(__name__).warning("No keys from %s. %s", self._issuer, fault)
        finally:
            self._answers += 1
