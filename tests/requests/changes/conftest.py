"""The workspace of tests/requests/access, in which somebody may change what is in one space of two."""

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.requests.access.conftest import granting, issuer, url

__all__ = ["editor", "granting", "issuer", "url"]


@pytest.fixture
def editor(granting: Granting) -> Caller:
    """May edit the space `open`, and not see `closed`."""
    granting.grant("open", granting.subject("edda"), SpaceRole.EDITOR)
    return granting.caller("edda", scope="work:read work:write checkins:write people:read")
