"""What is received of a body, and when."""

import asyncio

import pytest
from starlette.types import Message

from api.edge.bodies import bounded
from api.edge.unserved import Unserved

SECONDS = 0.05


def received(*coming: tuple[float, Message]) -> list[Message]:
    """What is received where each message comes after so many seconds."""
    left = list(coming)

    async def receive() -> Message:
        seconds, message = left.pop(0)
        await asyncio.sleep(seconds)
        return message

    async def receiving() -> list[Message]:
        receive_it = bounded({"headers": []}, receive, largest=4, seconds=SECONDS)
        return [await receive_it() for _ in coming]

    return asyncio.run(receiving())


def part(body: bytes, *, more_body: bool) -> Message:
    return {"type": "http.request", "body": body, "more_body": more_body}


def test_a_client_may_stay_as_long_as_it_likes_once_its_body_has_come() -> None:
    whole, leaving = part(b"{}", more_body=False), {"type": "http.disconnect"}

    assert received((0, whole), (SECONDS * 2, leaving)) == [whole, leaving]


def test_all_parts_together_have_the_time_of_one() -> None:
    slow = (SECONDS * 0.6, part(b"{", more_body=True))

    with pytest.raises(Unserved) as refused:
        received(slow, slow)

    assert (refused.value.status, refused.value.code) == (408, "TOO_SLOW")


def test_all_parts_together_are_no_larger_than_one_may_be() -> None:
    with pytest.raises(Unserved) as refused:
        received((0, part(b"abc", more_body=True)), (0, part(b"de", more_body=False)))

    assert (refused.value.status, refused.value.code) == (413, "TOO_LARGE")
