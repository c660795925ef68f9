"""Workspaces of the tests' own in the real database, and one event loop to reach them from."""

import asyncio
from collections.abc import Iterator
from uuid import uuid4

import pytest

from api.local.address import LocalServer
from graph.database import Database, opened
from graph.migrations import migrate
from graph.writing.workspaces import create_workspace
from tests.graph.writing.store import Store


@pytest.fixture(scope="module")
def runner() -> Iterator[asyncio.Runner]:
    with asyncio.Runner() as runner:
        yield runner


@pytest.fixture(scope="module")
def database(neo4j: LocalServer, runner: asyncio.Runner) -> Iterator[Database]:
    opening = opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j")
    database = runner.run(opening.__aenter__())
    runner.run(migrate(database))
    yield database
    runner.run(opening.__aexit__(None, None, None))


@pytest.fixture
def store(database: Database, runner: asyncio.Runner) -> Store:
    """A new workspace with nothing in it."""
    return new_store(database, runner)


@pytest.fixture
def other_store(database: Database, runner: asyncio.Runner) -> Store:
    """Another one."""
    return new_store(database, runner)


def new_store(database: Database, runner: asyncio.Runner) -> Store:
    workspace = f"writing-{uuid4().hex}"
    runner.run(create_workspace(database, id=workspace, name=workspace, timeout=30))
    return Store(database, runner, workspace)
