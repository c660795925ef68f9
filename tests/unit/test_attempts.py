"""A further attempt has only the time that the first ones have left."""

import asyncio

import pytest
from neo4j.exceptions import SessionExpired

from graph.database import Unavailable, attempted


def test_each_attempt_is_given_the_time_that_is_left() -> None:
    given: list[float] = []

    async def third(left: float) -> str:
        given.append(left)
        if len(given) < 3:
            await asyncio.sleep(0.01)
            raise SessionExpired
        return "answer"

    assert asyncio.run(attempted(third, timeout=5)) == "answer"
    assert 5 >= given[0] > given[1] > given[2] > 4


def test_there_is_no_attempt_without_time_left() -> None:
    given: list[float] = []

    async def never(left: float) -> str:
        given.append(left)
        raise SessionExpired

    with pytest.raises(Unavailable, match="did not answer in time"):
        asyncio.run(attempted(never, timeout=0.2))

    assert min(given) > 0
