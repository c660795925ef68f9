"""The compose file and the image: read by the specification's own parser, since no engine is at hand."""

from pathlib import Path
from typing import Any

import pytest
from compose_spec import PyCompose

from api.settings import Settings, variable

ROOT = Path(__file__).parents[2]
COMPOSE = PyCompose.from_yaml((ROOT / "docker-compose.yml").read_text()).to_dict()
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
LASTING = {name: service for name, service in SERVICES.items() if "restart" in service}


def test_ports_are_open_to_this_machine_alone() -> None:
    ports = [port for service in SERVICES.values() for port in service.get("ports", [])]

    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


@pytest.mark.parametrize("service", SERVICES.values(), ids=SERVICES)
def test_every_service_has_limits(service: dict[str, Any]) -> None:
    assert {"cpus", "memory"} <= set(service["deploy"]["resources"]["limits"])


@pytest.mark.parametrize("service", LASTING.values(), ids=LASTING)
def test_every_lasting_service_is_watched(service: dict[str, Any]) -> None:
    assert service["healthcheck"]["test"]


def test_secrets_come_from_files() -> None:
    environment = "".join(str(service["environment"]) for service in SERVICES.values())

    assert set(COMPOSE["secrets"]) == {secret for service in SERVICES.values() for secret in service["secrets"]}
    assert all(secret["file"] for secret in COMPOSE["secrets"].values())
    assert "PASSWORD" not in environment


def test_only_settings_that_exist_are_set() -> None:
    known = {variable(name) for name in (*Settings.model_fields, "secrets")}

    assert set(SERVICES["api"]["environment"]) <= known


def test_the_image_runs_the_service_and_not_as_root() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()

    assert 'CMD ["goldenthread", "serve"]' in lines
    assert "USER 10001:10001" in lines
    assert any("/livez" in line for line in lines)
