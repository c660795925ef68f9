"""A real identity provider with our realm in it, and the service that trusts it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from rich.console import Console

from api.local.address import LocalServer
from api.local.progress import Reporter
from tests.fixtures.sample import settings_for
from tests.fixtures.serving import served
from tests.identity.distribution import home_of_its_own
from tests.identity.keycloak import ENVIRONMENT, Keycloak
from tests.identity.running import running
from tests.identity.signing_in import Desk, opened_desk

# The same browser as the tests of the explorer have.
from tests.web.conftest import browser, chromium

__all__ = ["browser", "chromium"]


@pytest.fixture(scope="session")
def keycloak(pytestconfig: pytest.Config) -> Iterator[Keycloak]:
    """A real Keycloak on a free port of this machine, with the realm of deploy/keycloak in it. See its class.

    Trust it by `Settings(issuers=(keycloak.issuer,), audience=keycloak.audience, …)`. Its clients are
    `keycloak.explorer` (confidential, code flow with PKCE) and `keycloak.partner` (client credentials), each with `id`
    and `secret`; its people are `keycloak.people`, all with `keycloak.password`. Let the explorer come back to an
    address of the test's own with `with keycloak.administrator.redirecting(keycloak.explorer.id, address):`. For any
    other change ask `keycloak.administrator.ask(method, path, body)`, and undo it: the realm lasts for the whole run.
    """
    visible = pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled
    with ExitStack() as stack:
        with visible():
            home = stack.enter_context(home_of_its_own(ENVIRONMENT, Reporter(Console(stderr=True))))
        yield Keycloak(stack.enter_context(running(home, ENVIRONMENT)))


@contextmanager
def trusting(server: LocalServer, keycloak: Keycloak, audience: str) -> Iterator[str]:
    """The application for an audience, which trusts Keycloak; its address."""
    trusted = {"issuers": (keycloak.issuer,), "audience": audience}
    with served(settings_for(server, "another").model_copy(update=trusted)) as url:
        yield url


@pytest.fixture(scope="session")
def url(sample: LocalServer, keycloak: Keycloak) -> Iterator[str]:
    """The application with the sample in it, which trusts Keycloak."""
    with trusting(sample, keycloak, keycloak.audience) as url:
        yield url


@pytest.fixture(scope="session")
def desk(keycloak: Keycloak) -> Iterator[Desk]:
    """The client at which people sign in."""
    with opened_desk(keycloak) as desk:
        yield desk
