"""The one Neo4j that a run of the tests works on: real, in a folder and on a port of its own, gone at the end."""

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.console import Console

from api.local.address import LocalServer
from api.local.folder import data_folder
from api.local.progress import Reporter
from api.local.releases import LTS, RELEASES
from api.local.server import running
from api.stop import Stop
from graph.database import opened
from graph.migrations import migrate

NAMES = [release.name for release in RELEASES]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--neo4j", choices=NAMES, default=LTS.name, help="the Neo4j to run the tests on")


pytest_plugins = ["tests.fixtures.sample"]


@pytest.fixture(scope="session")
def neo4j(pytestconfig: pytest.Config) -> Iterator[LocalServer]:
    """The server, migrated. Tests keep apart by a workspace each."""
    release = next(release for release in RELEASES if release.name == pytestconfig.getoption("neo4j"))
    visible = pytestconfig.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled
    with ExitStack() as stack:
        folder = data_folder(Path(stack.enter_context(TemporaryDirectory(prefix="goldenthread-tests-"))))
        try:
            with visible():
                server = stack.enter_context(running(folder, Reporter(Console(stderr=True)), release))
        except Stop as stop:
            pytest.exit(str(stop), returncode=1)
        asyncio.run(migrated(server))
        yield server


async def migrated(server: LocalServer) -> None:
    async with opened(server.uri, server.user, server.password, "neo4j") as database:
        await migrate(database)
