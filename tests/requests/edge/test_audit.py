"""The audit of GraphQL over HTTP that the authors of its specification wrote, on the whole application."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.requests.edge.asking import Service

AUDIT = Path(__file__).parent / "audit"
NODE = Path(sys.executable).parent
"""Where `scripts/install all` puts a Node.js."""


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    """The script, with what it needs."""
    npm = shutil.which("npm") or shutil.which("npm", path=str(NODE))
    if npm is None:
        pytest.skip("needs Node.js, and there is none: scripts/install all brings one")
    folder = shutil.copytree(AUDIT, tmp_path / "audit")
    subprocess.run([npm, "ci", "--no-progress", "--loglevel=error"], cwd=folder, check=True, capture_output=True)
    return folder / "audit.mjs"


def test_the_service_passes_every_audit(service: Service, audit: Path) -> None:
    node = shutil.which("node") or str(NODE / "node")

    told = subprocess.run([node, audit, f"{service.url}/graphql", service.token()], check=True, capture_output=True)

    outcomes = json.loads(told.stdout)
    assert [outcome for outcome in outcomes if outcome["status"] != "ok"] == []
    assert len(outcomes) == 61
