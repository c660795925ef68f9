"""Work beside the answering of requests, for as long as the application lives."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from typing import Any

import structlog


@asynccontextmanager
async def beside(work: Coroutine[Any, Any, None], otherwise: str) -> AsyncIterator[None]:
    """The work runs within the context, unless it ends before; what is so where a fault ended it is logged."""
    task = asyncio.create_task(guarded(work, otherwise))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def guarded(work: Coroutine[Any, Any, None], otherwise: str) -> None:
    """A fault of ours is logged here, since nobody waits for the work."""
    try:
        await work
    except Exception:  # noqa: BLE001 - the boundary of what runs by itself: a fault is logged
        structlog.get_logger().exception(otherwise)
