"""A client that goes away before it is answered: what it asked for is given up, down to the database's statement."""

import asyncio
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

PATIENCE = 0.05
"""Seconds before it is looked whether the client is still there: most are answered by then, and cost nothing more."""


class WhileThere:
    """Runs an application for each request, for as long as its client is there."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = Client(receive, send, has_asked=scope["method"] == "GET")
        work: asyncio.Task[Any] | None = asyncio.current_task()
        if work is None:
            raise RuntimeError("A request is answered in a task.")
        client.watch(work)
        try:
            await self._app(scope, client.receive, client.send)
        except asyncio.CancelledError:
            # Whoever else has cancelled the work meant it.
            if not client.has_left or work.uncancel():
                raise
        finally:
            client.let_go()


class Client:
    """The other end of a request: it sends a body, is answered, and may leave before that.

    `has_asked` where it sends no body, or has sent all of it.
    """

    def __init__(self, receive: Receive, send: Send, *, has_asked: bool) -> None:
        self._receive, self._send = receive, send
        self._has_asked = has_asked
        self._is_answered = self.has_left = False
        self._timer: asyncio.TimerHandle | None = None
        self._leaving: asyncio.Task[None] | None = None

    async def receive(self) -> Message:
        message = await self._receive()
        self._has_asked = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        self._is_answered = True
        await self._send(message)

    def watch(self, work: "asyncio.Task[Any]") -> None:
        """Cancels the work when the client leaves. While its body comes, whoever reads that meets the end of it."""
        loop = asyncio.get_running_loop()
        if self._has_asked:
            self._leaving = loop.create_task(self._leaves(work))
        else:
            self._timer = loop.call_later(PATIENCE, self.watch, work)

    async def _leaves(self, work: "asyncio.Task[Any]") -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        if not self._is_answered:
            self.has_left = True
            work.cancel()

    def let_go(self) -> None:
        if self._timer:
            self._timer.cancel()
        if self._leaving:
            self._leaving.cancel()
