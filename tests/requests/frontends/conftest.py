"""The clients of docs/frontends.md, made by its commands against a demo."""

import asyncio
import os
import shutil
from collections.abc import Iterator

import pytest

from api.local.address import LocalServer
from api.local.process import free_port
from api.personas.granting import let_personas_in
from api.personas.opening import opened_personas
from graph.database import opened
from tests.fixtures.sample import WORKSPACE, settings_for
from tests.requests.frontends.demo import Demo
from tests.requests.frontends.page import LOCK, PATHS, ROOT, Frontends, ran, token

NEEDED = ("bash", "curl", "npm")


@pytest.fixture(scope="module")
def demo(sample: LocalServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    changed = {"port": free_port(), "cost_per_minute": 2_000_000}
    data = tmp_path_factory.mktemp("data")

    async def let_in(issuer: str) -> None:
        async with opened(sample.uri, sample.user, sample.password, "neo4j") as database:
            await let_personas_in(database, WORKSPACE, issuer)

    with opened_personas(settings_for(sample, WORKSPACE).model_copy(update=changed), data) as personas:
        asyncio.run(let_in(personas.settings.issuers[0]))
        yield Demo(personas, data)


@pytest.fixture(scope="module")
def frontends(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Frontends:
    if missing := [name for name in NEEDED if not shutil.which(name, path=PATHS)]:
        pytest.skip(f"needs {', '.join(missing)}: apt-get install curl; scripts/install all brings Node.js")
    temporary = tmp_path_factory.mktemp("frontends")
    folder = temporary / "goldenthread-client"
    # With locks beside what the page pins, so that each run gets the same.
    (folder / "typescript").mkdir(parents=True)
    shutil.copy(LOCK, folder / "typescript")
    environment = {
        **os.environ,
        "GOLDENTHREAD_DATA": str(demo.data),
        "PATH": PATHS,
        "TMPDIR": str(temporary),
        # As scripts/install does: trust what the machine trusts. The first is the name that older versions know.
        "UV_NATIVE_TLS": "true",
        "UV_SYSTEM_CERTS": "true",
        "UV_CONSTRAINT": str(ROOT / "requirements" / "frontends.txt"),
    }
    with demo.served() as url:
        return Frontends(folder, ran(url, environment), {**environment, "TOKEN": token(environment)})
