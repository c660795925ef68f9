"""A workspace with two spaces, a person in a team within a team, and nobody who may read anything yet."""

import asyncio
from collections.abc import Iterator, Mapping
from uuid import uuid4

import pytest

from api.local.address import LocalServer
from graph.database import opened
from tests.fixtures.access import Granting, settings_of
from tests.fixtures.building import Building
from tests.fixtures.serving import served
from tests.requests.identity.issuing import Issuer, issuing


@pytest.fixture(scope="session")
def issuer() -> Iterator[Issuer]:
    with issuing("/realms/access") as issuer:
        yield issuer


@pytest.fixture(scope="session")
def url(neo4j: LocalServer, issuer: Issuer) -> Iterator[str]:
    with served(settings_of(neo4j, issuer)) as url:
        yield url


@pytest.fixture
def granting(neo4j: LocalServer, issuer: Issuer, url: str) -> Granting:
    """In a workspace of its own for each test."""
    workspace = f"access-{uuid4().hex[:12]}"
    building = Building()
    building.space("open")
    building.space("closed")
    building.work("Objective", "Grow", "open")
    building.work("Objective", "Shrink", "closed")
    building.named("Team", "Platform")
    building.named("Team", "Compilers")
    building.named("Person", "Nan", role="Engineer")
    building.link("Compilers", "SUBTEAM_OF", "Platform")
    building.link("Nan", "MEMBER_OF", "Compilers")

    async def built() -> Mapping[str, str]:
        async with opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j") as database:
            return await building.build(database, workspace)

    return Granting(neo4j, issuer, url, workspace, asyncio.run(built()))
