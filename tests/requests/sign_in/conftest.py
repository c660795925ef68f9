"""A provider, a service that people sign in to by it, and browsers."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from socket import socket

import httpx2
import pytest

from api.identity.resource import Resource
from api.settings import Settings
from api.sign_in.opening import registration_of, signing_in
from tests.requests.identity.asking import SCOPES, Clock, listening, served, small_service
from tests.requests.identity.issuing import AUDIENCE
from tests.requests.sign_in.browser import Person
from tests.requests.sign_in.provider import CLIENT, SECRET, Provider, Wrong


@pytest.fixture(scope="module")
def clock() -> Clock:
    """The one of both."""
    return Clock()


@pytest.fixture(scope="module")
def running(clock: Clock) -> Iterator[tuple[Provider, str]]:
    """The provider, and the address of the service."""
    with ExitStack() as stack:
        (provider_port, port), sockets = _free_ports(stack)
        provider = Provider(f"http://127.0.0.1:{provider_port}", clock=clock)
        settings = Settings(issuers=provider.url, audience=AUDIENCE, sign_in_client=CLIENT, sign_in_secret=SECRET)
        registration = registration_of(settings)
        assert registration is not None
        entrance = signing_in(settings, registration, clock)
        app = small_service(Resource(AUDIENCE, settings.issuers, SCOPES), entrance.opened_tokens, entrance.routes)
        stack.enter_context(served(provider.app(), sockets[0]))
        stack.enter_context(served(app, sockets[1]))
        url = f"http://127.0.0.1:{port}"
        provider.addresses = {f"{url}/sign-in/callback", f"{url}/"}
        yield provider, url


def _free_ports(stack: ExitStack) -> tuple[tuple[int, int], list[socket]]:
    (first, one), (second, other) = (stack.enter_context(listening()) for _ in range(2))
    return (one, other), [first, second]


@pytest.fixture
def provider(running: tuple[Provider, str], clock: Clock) -> Provider:
    """As it should be; what the service has learnt of it meanwhile is out of date."""
    provider, _ = running
    clock.ahead += 24 * 3600
    provider.wrong, provider.rotates = Wrong(), True
    provider.questions.clear()
    return provider


@pytest.fixture
def url(running: tuple[Provider, str], provider: Provider) -> str:
    """The service."""
    return running[1]


@pytest.fixture
def new_person(url: str) -> Iterator[Callable[[], Person]]:
    with ExitStack() as stack:
        yield lambda: Person(stack.enter_context(httpx2.Client(timeout=30)), url)


@pytest.fixture
def person(new_person: Callable[[], Person]) -> Person:
    """Someone with a browser, not yet signed in."""
    return new_person()


@pytest.fixture
def signed_in(person: Person) -> Person:
    person.sign_in()
    return person
