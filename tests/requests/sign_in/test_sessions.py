"""A session in time: its token is renewed in time and once, and it ends when it must."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.requests.identity.asking import Clock
from tests.requests.sign_in.browser import Person
from tests.requests.sign_in.provider import Provider

HOUR = 3600


def test_a_token_is_renewed_shortly_before_its_end_and_nobody_waits_for_it(
    signed_in: Person, provider: Provider, clock: Clock
) -> None:
    signed_in.subject()
    before = provider.asked["token"]
    clock.ahead += 260
    early = signed_in.subject(), provider.asked["token"] - before
    clock.ahead += 20
    late = signed_in.subject()

    assert early == ("ada", 0)
    assert late == "ada"
    clock.ahead += 250  # past the end of the first token
    assert signed_in.subject() == "ada"
    assert provider.asked["token"] - before == 1


def test_many_questions_at_once_after_the_end_renew_it_once(
    signed_in: Person, provider: Provider, clock: Clock
) -> None:
    before = provider.asked["token"]
    clock.ahead += 400

    with ThreadPoolExecutor(8) as pool:
        subjects = list(pool.map(lambda _: signed_in.subject(), range(16)))

    assert subjects == ["ada"] * 16
    assert provider.asked["token"] - before == 1


def test_refresh_tokens_that_are_used_once_carry_a_session_on(
    signed_in: Person, provider: Provider, clock: Clock
) -> None:
    for _ in range(5):
        clock.ahead += 301
        assert signed_in.subject() == "ada"


def test_an_issuer_that_keeps_the_refresh_token_carries_a_session_on(
    signed_in: Person, provider: Provider, clock: Clock
) -> None:
    provider.rotates, provider.wrong.tokens = False, {"refresh_token": None}
    for _ in range(3):
        clock.ahead += 301
        assert signed_in.subject() == "ada"


def test_a_session_ends_when_nobody_asks_for_an_hour(signed_in: Person, clock: Clock) -> None:
    clock.ahead += HOUR - 1
    within = signed_in.subject()
    clock.ahead += HOUR + 1

    assert within == "ada"
    assert signed_in.subject() is None
    assert signed_in.session()["signOut"] is None


def test_a_page_that_only_looks_does_not_keep_a_session(signed_in: Person, clock: Clock) -> None:
    for _ in range(4):
        clock.ahead += 1000
        viewer = signed_in.session()["viewer"]

    assert viewer is None
    assert signed_in.subject() is None


def test_a_session_ends_after_twelve_hours_whatever_happens_in_it(signed_in: Person, clock: Clock) -> None:
    expires_at = signed_in.session()["viewer"]["expiresAt"]
    subjects = []
    for _ in range(24):
        clock.ahead += HOUR / 2
        subjects.append(signed_in.subject())

    assert subjects[:-1] == ["ada"] * 23
    assert subjects[-1] is None
    assert abs(expires_at - clock()) < 60


def test_a_session_without_a_refresh_token_ends_with_its_token(
    person: Person, provider: Provider, clock: Clock
) -> None:
    provider.wrong.tokens = {"refresh_token": None}
    person.sign_in()
    expires_at = person.session()["viewer"]["expiresAt"]
    clock.ahead += 290
    within = person.subject()
    clock.ahead += 11

    assert within == "ada"
    assert abs(expires_at - clock()) < 10
    assert person.subject() is None


@pytest.mark.parametrize("after", [280, 400])
def test_who_may_no_more_is_out_at_the_next_renewal(
    signed_in: Person, provider: Provider, clock: Clock, after: int
) -> None:
    """A person who was disabled: the issuer gives nothing any more."""
    provider.sessions.clear()
    clock.ahead += after
    deadline = time.monotonic() + 10
    while signed_in.subject() is not None and time.monotonic() < deadline:  # it is renewed behind the first's back
        time.sleep(0.01)

    assert signed_in.subject() is None
    assert signed_in.session()["viewer"] is None


def test_while_the_issuer_is_down_a_token_serves_to_its_end_and_then_the_page_is_told(
    signed_in: Person, provider: Provider, clock: Clock
) -> None:
    provider.wrong.down = {"token"}
    clock.ahead += 280
    within = signed_in.subject()
    clock.ahead += 21
    after = signed_in.asks()
    session = signed_in.session()
    provider.wrong.down = set()

    assert within == "ada"
    assert after.status_code == 503
    assert after.headers["Retry-After"]
    assert (session["viewer"], session["signOut"]) == (None, "/sign-out")
    assert signed_in.subject() == "ada"


def test_a_renewal_that_brings_another_kind_of_token_ends_in_a_refusal(
    signed_in: Person, provider: Provider, clock: Clock
) -> None:
    provider.wrong.access_claims = {"aud": "https://other.example"}
    clock.ahead += 400

    answer = signed_in.asks()

    assert answer.status_code == 401
    assert "claim aud" in answer.text


def test_a_renewal_that_brings_nothing_readable_ends_the_session(
    signed_in: Person, provider: Provider, clock: Clock
) -> None:
    provider.wrong.tokens = {"access_token": "opaque"}
    clock.ahead += 400

    assert signed_in.subject() is None


@pytest.mark.parametrize("name", ["", "x", "x" * 43, "é"])
def test_a_name_that_nobody_was_given_is_nobody(person: Person, name: str) -> None:
    port = person.url.rpartition(":")[2]
    cookie = f"goldenthread-session-{port}={name}".encode()

    answer = person.browser.post(
        f"{person.url}/graphql",
        content=b"{}",
        headers=[(b"Cookie", cookie), (b"Origin", person.url.encode()), (b"Content-Type", b"application/json")],
    )

    assert answer.status_code == 401
