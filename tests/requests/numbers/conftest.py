"""The worked example behind the application, and who may edit it but not see all that is above."""

import asyncio
from collections.abc import Mapping
from uuid import uuid4

import pytest

from api.local.address import LocalServer
from graph.database import opened
from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting
from tests.fixtures.example import example
from tests.requests.identity.issuing import Issuer


@pytest.fixture
def numbered(neo4j: LocalServer, issuer: Issuer, url: str) -> Granting:
    """The example in a workspace of its own, and in the space `vault` a strategy that O1 contributes to."""
    workspace, building = f"numbers-{uuid4().hex[:12]}", example()
    building.space("vault")
    building.work("Strategy", "S", "vault")
    building.link("O1", "CONTRIBUTES_TO", "S")

    async def built() -> Mapping[str, str]:
        async with opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j") as database:
            return await building.build(database, workspace)

    return Granting(neo4j, issuer, url, workspace, asyncio.run(built()))


@pytest.fixture
def nora(numbered: Granting) -> Caller:
    """Owns `home`, and does not see `vault`."""
    numbered.grant("home", numbered.subject("nora"), SpaceRole.OWNER)
    return numbered.caller("nora", scope="work:read work:write checkins:write access:manage")
