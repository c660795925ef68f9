"""Verified tokens are remembered for a minute, never past their end, and never too many."""

from dataclasses import replace

from api.identity.identity import Identity
from api.identity.remembered import MOST, Remembered

ADA = Identity(
    "https://a.example", "ada", "explorer", "acme", frozenset(), frozenset(), None, is_client=False, expires_at=1000
)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_minute_and_no_longer() -> None:
    clock = Clock()
    remembered = Remembered(clock)
    remembered.keep(b"key", ADA)

    clock.now = 59.9
    within = remembered.get(b"key")
    clock.now = 60
    after = remembered.get(b"key")

    assert (within, after) == (ADA, None)


def test_never_past_its_end() -> None:
    clock = Clock()
    clock.now = 990
    remembered = Remembered(clock)
    remembered.keep(b"key", ADA)
    remembered.keep(b"ended", replace(ADA, expires_at=980))

    ended = remembered.get(b"ended")
    clock.now = 999.9
    within = remembered.get(b"key")
    clock.now = 1000
    after = remembered.get(b"key")

    assert (ended, within, after) == (None, ADA, None)


def test_the_oldest_are_forgotten_when_there_are_too_many() -> None:
    remembered = Remembered(Clock())

    for number in range(MOST + 1):
        remembered.keep(str(number).encode(), ADA)

    assert remembered.get(b"0") is None
    assert remembered.get(b"1") == remembered.get(str(MOST).encode()) == ADA


def test_what_is_not_known_is_not_remembered() -> None:
    assert Remembered(Clock()).get(b"key") is None
