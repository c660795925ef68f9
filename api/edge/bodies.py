"""How much of a body is read, and how long: no more than is taken, nothing of one that says it is more, no late end."""

import asyncio

from starlette.types import Message, Receive, Scope

from api.edge.unserved import Unserved


def bounded(scope: Scope, receive: Receive, largest: int, seconds: float) -> Receive:
    """Receives a body of at most `largest` bytes that has come after `seconds` from now.

    Raises:
        Unserved: the headers tell of more; what is received raises the same when there is more, or when it is late.
    """
    for name, value in scope["headers"]:
        if name == b"content-length" and int(value) > largest:
            raise too_large(largest)
    read, is_whole = 0, False
    ends = asyncio.get_running_loop().time() + seconds

    async def receiving() -> Message:
        nonlocal read, is_whole
        # What comes after the body, that the client leaves, may take any time.
        message = await (receive() if is_whole else in_time(receive, ends, seconds))
        is_whole = not message.get("more_body", False)
        read += len(message.get("body", b""))
        if read > largest:
            raise too_large(largest)
        return message

    return receiving


async def in_time(receive: Receive, ends: float, seconds: float) -> Message:
    try:
        async with asyncio.timeout_at(ends):
            return await receive()
    except TimeoutError:
        raise too_slow(seconds) from None


def too_large(largest: int) -> Unserved:
    message = f"The body is larger than the {largest:,} bytes that are taken: ask for less at once."
    # What is still on its way is not read, so this connection can carry nothing further.
    return Unserved(413, "TOO_LARGE", message, {"Connection": "close"})


def too_slow(seconds: float) -> Unserved:
    message = f"The body had not come after {seconds:g} s: send it again, at once."
    return Unserved(408, "TOO_SLOW", message, {"Connection": "close"})
