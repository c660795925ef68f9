"""How much of a body is read: none of one that says it is too large, and no more of any other than is taken."""

from starlette.types import Message, Receive, Scope

from api.edge.unserved import Unserved


def bounded(scope: Scope, receive: Receive, largest: int) -> Receive:
    """Receives at most `largest` bytes.

    Raises:
        Unserved: the headers tell of more; what is received raises the same when there is more.
    """
    for name, value in scope["headers"]:
        if name == b"content-length" and int(value) > largest:
            raise too_large(largest)
    read = 0

    async def receiving() -> Message:
        nonlocal read
        message = await receive()
        read += len(message.get("body", b""))
        if read > largest:
            raise too_large(largest)
        return message

    return receiving


def too_large(largest: int) -> Unserved:
    message = f"The body is larger than the {largest:,} bytes that are taken: ask for less at once."
    # What is still on its way is not read, so this connection can carry nothing further.
    return Unserved(413, "TOO_LARGE", message, {"Connection": "close"})
