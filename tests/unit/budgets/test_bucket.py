"""A bucket of points: what it lets through, and when it is full again."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from api.budgets.bucket import Bucket
from resolvers.pricing.budget import Spent

SIZE, NOW = 600, 1_000_000.0
"""It fills up by 10 points a second."""


def test_what_is_taken_is_gone_until_it_fills_up_again() -> None:
    _, spent = Bucket(SIZE, NOW).taken(100, SIZE, NOW)

    assert spent == Spent(limit=600, remaining=500, full_at=1_000_010)


def test_what_it_does_not_hold_is_not_taken_at_all() -> None:
    bucket, spent = Bucket(50, NOW).taken(100, SIZE, NOW)

    assert spent == Spent(limit=600, remaining=50, full_at=1_000_055, granted=False, enough_in=5)
    assert bucket.level == 50


def test_after_the_time_that_it_said_there_is_enough() -> None:
    bucket, refused = Bucket(3, NOW).taken(100, SIZE, NOW)

    _, spent = bucket.taken(100, SIZE, NOW + refused.enough_in)

    assert not refused.granted
    assert spent.granted


def test_it_never_holds_more_than_it_does_when_it_is_full() -> None:
    _, spent = Bucket(SIZE, NOW).taken(1, SIZE, NOW + 3600)

    assert spent.remaining == SIZE - 1


def test_a_clock_that_goes_back_takes_nothing_away() -> None:
    _, spent = Bucket(100, NOW).taken(100, SIZE, NOW - 3600)

    assert spent.granted


@given(some.lists(some.tuples(some.floats(0, 30), some.integers(0, SIZE)), max_size=50))
def test_nobody_spends_more_than_a_full_bucket_and_what_flows_in(asked: list[tuple[float, int]]) -> None:
    bucket, now, taken = Bucket(SIZE, NOW), NOW, 0

    for pause, points in asked:
        now += pause
        bucket, spent = bucket.taken(points, SIZE, now)
        taken += points if spent.granted else 0

    assert taken <= SIZE + (now - NOW) * SIZE / 60 + 1e-6


@pytest.mark.parametrize("points", [1, 599, 600])
def test_a_full_bucket_grants_all_that_it_holds(points: int) -> None:
    _, spent = Bucket(SIZE, NOW).taken(points, SIZE, NOW)

    assert spent.granted
