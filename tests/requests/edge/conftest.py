"""One service for all tests of the edge."""

import asyncio
import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from api.local.address import LocalServer
from api.settings import Settings
from graph.database import opened
from graph.writing.workspaces import create_workspace
from tests.fixtures.access import settings_of
from tests.fixtures.serving import served
from tests.requests.edge.asking import LARGEST, Service
from tests.requests.identity.issuing import Issuer, issuing

TRUSTED = ("{ viewer { subject } }", "query Kinds($id: ID!) { node(id: $id) { __typename } }")


@pytest.fixture(scope="session")
def issuer() -> Iterator[Issuer]:
    with issuing("/realms/edge") as issuer:
        yield issuer


@pytest.fixture(scope="session")
def settings(neo4j: LocalServer, issuer: Issuer, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("trusted")
    (folder / "viewer.graphql").write_text(TRUSTED[0])
    (folder / "board.json").write_text(json.dumps({sha256(TRUSTED[1].encode()).hexdigest(): TRUSTED[1]}))
    return settings_of(neo4j, issuer).model_copy(
        update={
            "largest_body": LARGEST,
            "cors_origins": ("https://app.example.org",),
            "trusted_documents": Path(folder),
            "trusted_only": ("kiosk",),
        }
    )


@pytest.fixture(scope="session")
def service(neo4j: LocalServer, issuer: Issuer, settings: Settings) -> Iterator[Service]:
    async def created() -> None:
        async with opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j") as database:
            for workspace in ("edge", "other"):
                await create_workspace(database, id=workspace, name=workspace, timeout=30)

    asyncio.run(created())
    with served(settings) as url:
        yield Service(url, issuer, {sha256(text.encode()).hexdigest(): text for text in TRUSTED})
