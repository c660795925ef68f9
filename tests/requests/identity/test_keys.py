"""Keys over time: fetched once, again when an unknown one is named, kept while the issuer is down."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from itertools import count

import httpx2
import pytest

from api.identity.resource import Resource
from api.identity.trusted import TrustedIssuers
from api.settings import Settings
from tests.requests.identity.asking import SCOPES, Clock, bearer, listening, served, small_service
from tests.requests.identity.issuing import AUDIENCE, Issuer, issuing, signed

MINUTE = 60
HOUR = 3600

NUMBERS = count()

Serving = Callable[..., httpx2.Client]


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    with issuing() as issuer:
        yield issuer


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def serving(clock: Clock) -> Iterator[Serving]:
    """A service that trusts these issuers and has just started."""
    with ExitStack() as stack:

        def start(*issuers: Issuer) -> httpx2.Client:
            settings = Settings(issuers=",".join(issuer.url for issuer in issuers), audience=AUDIENCE)
            resource = Resource(AUDIENCE, settings.issuers, SCOPES)
            app = small_service(resource, TrustedIssuers(settings, now=clock).opened)
            taken, _ = stack.enter_context(listening())
            return stack.enter_context(served(app, taken))

        yield start


def status(service: httpx2.Client, token: str) -> int:
    return service.get("/graphql", headers=bearer(token)).status_code


def lasting(issuer: Issuer) -> str:
    """A token that has not expired by the end of the test, and is another each time."""
    claims = issuer.claims(jti=str(next(NUMBERS)))
    return signed(issuer.header(), claims | {"exp": claims["exp"] + 2 * HOUR}, issuer.sign)


def test_nothing_is_asked_before_a_token_comes_and_then_once(serving: Serving, issuer: Issuer) -> None:
    service = serving(issuer)
    before = issuer.asked.total()

    statuses = {status(service, lasting(issuer)) for _ in range(10)}

    assert statuses == {200}
    assert before == 0
    assert issuer.asked == {"openid-configuration": 1, "keys": 1}


def test_many_at_once_ask_once(serving: Serving, issuer: Issuer) -> None:
    service = serving(issuer)
    issuer.takes = 0.2
    tokens = [lasting(issuer) for _ in range(20)]

    with ThreadPoolExecutor(20) as pool:
        statuses = set(pool.map(lambda token: status(service, token), tokens))

    assert statuses == {200}
    assert issuer.asked == {"openid-configuration": 1, "keys": 1}


def test_a_new_key_counts_at_once_and_the_old_one_no_more(serving: Serving, issuer: Issuer, clock: Clock) -> None:
    service = serving(issuer)
    old = lasting(issuer)
    assert status(service, old) == 200
    issuer.rotate("second")
    issuer.takes = 0.1
    tokens = [lasting(issuer) for _ in range(10)]

    with ThreadPoolExecutor(10) as pool:
        statuses = set(pool.map(lambda token: status(service, token), tokens))
    clock.ahead += MINUTE + 1

    assert statuses == {200}
    assert issuer.asked["keys"] == 2
    assert status(service, old) == 401


def test_an_unknown_key_is_asked_for_at_most_every_half_minute(serving: Serving, issuer: Issuer, clock: Clock) -> None:
    service = serving(issuer)
    assert status(service, lasting(issuer)) == 200

    for number in range(20):
        assert status(service, signed(issuer.header(kid=f"no {number}"), issuer.claims(), issuer.sign)) == 401
    at_once = issuer.asked["keys"]
    clock.ahead += 31
    assert status(service, signed(issuer.header(kid="no"), issuer.claims(), issuer.sign)) == 401

    assert (at_once, issuer.asked["keys"]) == (2, 3)


def test_the_first_token_asks_once_even_if_its_key_is_unknown(serving: Serving, issuer: Issuer) -> None:
    service = serving(issuer)

    assert status(service, signed(issuer.header(kid="no"), issuer.claims(), issuer.sign)) == 401
    assert issuer.asked["keys"] == 1


def test_a_withdrawn_key_counts_no_longer_than_keys_are_fresh(serving: Serving, issuer: Issuer, clock: Clock) -> None:
    service = serving(issuer)
    token = lasting(issuer)
    assert status(service, token) == 200
    issuer.rotate("second")

    clock.ahead += 5 * MINUTE + 1

    assert status(service, token) == 401


def test_while_the_issuer_is_down_its_keys_serve_for_an_hour(serving: Serving, issuer: Issuer, clock: Clock) -> None:
    service = serving(issuer)
    assert status(service, lasting(issuer)) == 200
    issuer.is_down = True

    clock.ahead += HOUR - 5
    within = status(service, lasting(issuer))
    clock.ahead += 10
    after = service.get("/graphql", headers=bearer(lasting(issuer)))
    issuer.is_down = False
    clock.ahead += 31

    assert (within, after.status_code) == (200, 503)
    assert int(after.headers["Retry-After"]) > 0
    assert status(service, lasting(issuer)) == 200


def test_a_down_issuer_is_not_asked_by_every_request(serving: Serving, issuer: Issuer, clock: Clock) -> None:
    service = serving(issuer)
    assert status(service, lasting(issuer)) == 200
    issuer.is_down = True
    clock.ahead += 10 * MINUTE

    statuses = {status(service, lasting(issuer)) for _ in range(10)}

    assert statuses == {200}
    assert issuer.asked["openid-configuration"] == 2


def test_a_slow_issuer_does_not_keep_those_waiting_whose_keys_are_there(
    serving: Serving, issuer: Issuer, clock: Clock
) -> None:
    service = serving(issuer)
    assert status(service, lasting(issuer)) == 200
    issuer.takes = 4
    clock.ahead += 10 * MINUTE

    answer = service.get("/graphql", headers=bearer(lasting(issuer)))

    assert answer.status_code == 200
    assert answer.elapsed.total_seconds() < 3
    issuer.takes = 0


def test_an_issuer_that_was_down_at_the_start_is_asked_again_soon(
    serving: Serving, issuer: Issuer, clock: Clock
) -> None:
    issuer.is_down = True
    service = serving(issuer)
    first = [status(service, lasting(issuer)) for _ in range(5)]
    issuer.is_down = False

    clock.ahead += 3

    assert first == [503] * 5
    assert issuer.asked["openid-configuration"] == 1
    assert status(service, lasting(issuer)) == 200


def test_an_issuer_that_is_down_does_not_touch_the_tokens_of_another(serving: Serving, issuer: Issuer) -> None:
    with issuing() as other:
        service = serving(other, issuer)
        other.is_down = True

        assert status(service, lasting(other)) == 503
        assert status(service, lasting(issuer)) == 200


def test_an_issuer_by_rfc_8414_alone_is_found(serving: Serving) -> None:
    with issuing("/tenants/7") as issuer:
        metadata = issuer.published("openid-configuration")
        issuer.answers = {"openid-configuration": (404, b""), "7": metadata}

        assert status(serving(issuer), lasting(issuer)) == 200


def other_issuer(issuer: Issuer) -> dict[str, tuple[int, bytes]]:
    _, body = issuer.published("openid-configuration")
    return {"openid-configuration": (200, body.replace(issuer.url.encode(), issuer.url.encode() + b"/x", 1))}


def plain_keys(issuer: Issuer) -> dict[str, tuple[int, bytes]]:
    """Keys that are there, at an address that is neither behind TLS nor a name of this machine."""
    _, body = issuer.published("openid-configuration")
    elsewhere = f"{issuer.url}/keys".replace("127.0.0.1", "0.0.0.0")  # noqa: S104 - it leads here all the same
    return {"openid-configuration": (200, body.replace(f"{issuer.url}/keys".encode(), elsewhere.encode()))}


@pytest.mark.parametrize(
    "answering",
    [
        other_issuer,
        plain_keys,
        lambda _: {"openid-configuration": (200, b"[]")},
        lambda _: {"openid-configuration": (200, b"{")},
        lambda _: {"openid-configuration": (200, b"[" * 100_000)},
        lambda _: {"openid-configuration": (302, b"")},
        lambda _: {"openid-configuration": (404, b"")},
        lambda _: {"keys": (404, b"")},
        lambda _: {"keys": (200, b'{"keys": []}')},
        lambda _: {"keys": (200, b'{"keys": 7}')},
        lambda _: {"keys": (200, b'{"keys": [7, null, {}, {"kty": "oct", "k": "AAAA", "kid": "first"}]}')},
        lambda issuer: {"keys": (200, issuer.published("keys")[1] + b" " * 300_000)},
    ],
)
def test_what_is_not_as_the_standards_say_gives_no_keys(
    serving: Serving, issuer: Issuer, answering: Callable[[Issuer], dict[str, tuple[int, bytes]]]
) -> None:
    issuer.answers = answering(issuer)

    assert status(serving(issuer), lasting(issuer)) == 503


def test_a_key_that_nobody_knows_does_not_hide_the_others(serving: Serving, issuer: Issuer) -> None:
    odd = b'{"keys": [{"kty": "AKP", "kid": "new", "alg": "ML-DSA-44"}, {"kty": "EC", "kid": "bad", "crv": "P-0"}, '
    issuer.answers = {"keys": (200, issuer.published("keys")[1].replace(b'{"keys": [', odd))}

    assert status(serving(issuer), lasting(issuer)) == 200


def test_a_key_for_encryption_proves_nothing(serving: Serving, issuer: Issuer) -> None:
    body = issuer.published("keys")[1]
    issuer.answers = {"keys": (200, body.replace(b'"use": "sig"', b'"use": "enc"'))}

    assert status(serving(issuer), lasting(issuer)) == 503
