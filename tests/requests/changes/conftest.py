"""The workspace of tests/requests/access, in which somebody may change what is in one space of two."""

import pytest

from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting


@pytest.fixture
def editor(granting: Granting) -> Caller:
    """May edit the space `open`, and not see `closed`."""
    granting.grant("open", granting.subject("edda"), SpaceRole.EDITOR)
    return granting.caller("edda", scope="work:read work:write checkins:write people:read")


@pytest.fixture
def partner(granting: Granting) -> Caller:
    """A client bound to the source `tracker`, which may edit the space `open`, and not see `closed`."""
    granting.grant("open", granting.client("robot"), SpaceRole.EDITOR)
    return granting.caller("robot", client_id="robot", source="tracker", scope="work:read sync:write")


@pytest.fixture
def sara(granting: Granting) -> Caller:
    """Somebody bound to no source, who may edit `open` and read nothing else."""
    granting.grant("open", granting.subject("sara"), SpaceRole.EDITOR)
    return granting.caller("sara", scope="work:read work:write people:read sync:write")
