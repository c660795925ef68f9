"""Two workspaces, made up once, and the schema to ask about them."""

import asyncio
from collections.abc import Iterator
from contextlib import AsyncExitStack
from uuid import uuid4

import pytest

from api.local.address import LocalServer
from graph.database import opened
from schema.query import create_schema
from tests.fixtures.access import settings_of
from tests.fixtures.serving import served
from tests.requests.identity.issuing import Issuer, issuing
from tests.requests.isolation.asking import Asking
from tests.requests.isolation.crowd import Crowd
from tests.requests.isolation.scene import Setting
from tests.requests.isolation.visiting import Visitor, claims_of

SEED = 11


@pytest.fixture(scope="session")
def issuer() -> Iterator[Issuer]:
    with issuing("/realms/isolation") as issuer:
        yield issuer


@pytest.fixture(scope="session")
def url(neo4j: LocalServer, issuer: Issuer) -> Iterator[str]:
    with served(settings_of(neo4j, issuer)) as url:
        yield url


@pytest.fixture(scope="module")
def visitors(crowd: Crowd, url: str, issuer: Issuer) -> list[Visitor]:
    """The same subjects, each with a token."""
    return [
        Visitor.of(crowd, place, url, issuer.token(**claims_of(subject)))
        for place, subject in enumerate(crowd.scene.subjects)
    ]


@pytest.fixture(scope="module")
def crowd(neo4j: LocalServer, issuer: Issuer) -> Iterator[Crowd]:
    """All subjects of one scene, and an event loop to ask from."""
    one, other = (f"isolation-{uuid4().hex[:8]}-{name}" for name in ("one", "other"))
    with asyncio.Runner() as runner:
        stack = AsyncExitStack()
        database = runner.run(stack.enter_async_context(opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j")))
        scene = runner.run(Setting(database, issuer.url, one, other).scene(SEED))
        viewers = [runner.run(subject.viewer(database)) for subject in scene.subjects]
        yield Crowd(runner, scene, viewers, Asking(create_schema(), database, [one, other]))
        runner.run(stack.aclose())
