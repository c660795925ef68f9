"""What a client asked for is given up when it goes away, and only then."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from api import leaving
from api.leaving import WhileThere

BODY: Message = {"type": "http.request", "body": b"{}", "more_body": False}
LEFT: Message = {"type": "http.disconnect"}
App = Callable[[Scope, Receive, Send], Awaitable[None]]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaving, "PATIENCE", 0.001)


class Wire:
    """A client whose messages a test sends, and what it is answered."""

    def __init__(self, *messages: Message) -> None:
        self.messages: asyncio.Queue[Message] = asyncio.Queue()
        self.answered: list[Message] = []
        for message in messages:
            self.messages.put_nowait(message)

    async def send(self, message: Message) -> None:
        self.answered.append(message)

    async def asks(self, app: App, method: str = "POST") -> None:
        await WhileThere(app)({"type": "http", "method": method}, self.messages.get, self.send)


class Slow:
    """Reads the body, and works for as long as it is let."""

    def __init__(self) -> None:
        self.began, self.given_up = asyncio.Event(), False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "POST":
            await receive()
        self.began.set()
        try:
            await asyncio.sleep(30)
        except asyncio.CancelledError:
            self.given_up = True
            raise


def run(work: Callable[[], Awaitable[Any]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(5):
            await work()

    asyncio.run(bounded())


@pytest.mark.parametrize("method", ["POST", "GET"])
def test_the_work_is_given_up_when_the_client_leaves(method: str) -> None:
    async def work() -> None:
        wire, slow = Wire(BODY), Slow()
        asking = asyncio.create_task(wire.asks(slow, method))
        await slow.began.wait()

        wire.messages.put_nowait(LEFT)
        await asking

        assert slow.given_up
        assert wire.answered == []
        assert not asking.cancelled()

    run(work)


def test_a_quick_answer_is_given_without_a_further_task() -> None:
    async def work() -> None:
        async def quick(scope: Scope, receive: Receive, send: Send) -> None:
            await receive()
            await send({"type": "http.response.start"})

        wire = Wire(BODY, LEFT)
        await wire.asks(quick)

        assert len(wire.answered) == 1
        assert len(asyncio.all_tasks()) == 1

    run(work)


def test_a_client_that_leaves_while_it_is_answered_interrupts_nothing() -> None:
    async def work() -> None:
        done = False

        async def answers(scope: Scope, receive: Receive, send: Send) -> None:
            nonlocal done
            await receive()
            await send({"type": "http.response.start"})
            await asyncio.sleep(0.02)
            done = True

        await Wire(BODY, LEFT).asks(answers)

        assert done

    run(work)


def test_a_body_that_comes_slowly_is_read_by_the_application_alone() -> None:
    async def work() -> None:
        wire = Wire({**BODY, "more_body": True})
        read: list[bytes] = []

        async def reads(scope: Scope, receive: Receive, send: Send) -> None:
            more = True
            while more:
                message = await receive()
                read.append(message["body"])
                more = message["more_body"]

        asking = asyncio.create_task(wire.asks(reads))
        await asyncio.sleep(0.02)
        wire.messages.put_nowait(BODY)
        await asking

        assert read == [b"{}", b"{}"]

    run(work)


def test_work_that_somebody_else_cancels_is_cancelled() -> None:
    async def work() -> None:
        slow = Slow()
        asking = asyncio.create_task(Wire(BODY).asks(slow))
        await slow.began.wait()

        asking.cancel()
        await asyncio.wait([asking])

        assert asking.cancelled()

    run(work)


def test_what_the_application_raises_is_raised() -> None:
    async def fails(scope: Scope, receive: Receive, send: Send) -> None:
        raise ValueError("a fault")

    with pytest.raises(ValueError, match="a fault"):
        asyncio.run(Wire(BODY).asks(fails))
