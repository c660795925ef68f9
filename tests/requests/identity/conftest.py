"""Two issuers that a service trusts, and one that it does not."""

from collections.abc import Iterator

import httpx2
import pytest

from api.identity.resource import Resource
from api.identity.trusted import TrustedIssuers
from api.settings import Settings
from tests.requests.identity.asking import SCOPES, Clock, listening, served, small_service
from tests.requests.identity.issuing import AUDIENCE, Issuer, issuing, new_key


@pytest.fixture(scope="module")
def issuer() -> Iterator[Issuer]:
    with issuing("/realms/acme") as issuer:
        yield issuer


@pytest.fixture(scope="module")
def second() -> Iterator[Issuer]:
    """Trusted too; its key has an id of its own."""
    with issuing() as issuer:
        issuer.keys = [new_key("second")]
        yield issuer


@pytest.fixture(scope="module")
def stranger() -> Iterator[Issuer]:
    """Not trusted; its key has the id of the first issuer's."""
    with issuing() as issuer:
        yield issuer


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def service(issuer: Issuer, second: Issuer, clock: Clock) -> Iterator[httpx2.Client]:
    settings = Settings(issuers=f"{issuer.url},{second.url}", audience=AUDIENCE)
    app = small_service(Resource(AUDIENCE, settings.issuers, SCOPES), TrustedIssuers(settings, now=clock).opened)
    with listening() as (taken, _), served(app, taken) as client:
        yield client
