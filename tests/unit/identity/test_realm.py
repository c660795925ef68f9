"""The realm that Keycloak is given: what its file must say, and that all who start it give what it asks for."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from compose_spec import PyCompose

from api.personas.personas import PERSONAS
from resolvers.scopes import Scope
from tests.identity.distribution import KEYCLOAK, REALM
from tests.identity.keycloak import ENVIRONMENT

ROOT = Path(__file__).parents[3]
TEXT = REALM.read_text(encoding="utf-8")
TOLD: dict[str, Any] = json.loads(TEXT)
CLIENTS = TOLD["clients"]
COMPOSED: dict[str, Any] = PyCompose.from_yaml((ROOT / "docker-compose.yml").read_text()).to_dict()["services"]
PLACEHOLDERS = set(re.findall(r"\$\{(\w+)\}", TEXT))


def test_every_scope_is_bound_to_a_role() -> None:
    """One that is not would be given to whoever asks for it."""
    used = {scope.value for scope in Scope} | {scope for persona in PERSONAS for scope in persona.scopes}
    known = {scope["name"] for scope in TOLD["clientScopes"] if ":" in scope["name"]}
    bound = {mapping["clientScope"] for mapping in TOLD["scopeMappings"] if mapping["roles"]}

    assert used <= known
    assert known == bound


def test_people_may_ask_for_every_scope_and_their_roles_decide() -> None:
    explorer = next(client for client in CLIENTS if client["standardFlowEnabled"])
    offered = {*explorer["defaultClientScopes"], *explorer["optionalClientScopes"]}

    assert {mapping["clientScope"] for mapping in TOLD["scopeMappings"]} <= offered


@pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client["clientId"])
def test_a_client_has_tokens_by_the_standard_and_no_more_than_its_scopes(client: dict[str, Any]) -> None:
    fixed = {mapper["name"]: mapper["config"]["claim.value"] for mapper in client["protocolMappers"]}

    assert client["attributes"]["access.token.header.type.rfc9068"] == "true"
    assert fixed["client_id"] == client["clientId"]
    assert fixed.get("sub") == (client["clientId"] if client["serviceAccountsEnabled"] else None)
    assert client["fullScopeAllowed"] is False
    assert client["publicClient"] is False


def test_only_administrators_set_the_workspace_and_the_source() -> None:
    [profile] = TOLD["components"]["org.keycloak.userprofile.UserProfileProvider"]
    [text] = profile["config"]["kc.user.profile.config"]
    editors = {attribute["name"]: attribute["permissions"]["edit"] for attribute in json.loads(text)["attributes"]}

    assert (editors["workspace"], editors["source"]) == (["admin"], ["admin"])


def test_no_secret_stands_in_the_file() -> None:
    passwords = [credential["value"] for user in TOLD["users"] for credential in user.get("credentials", [])]
    secrets = [*passwords, *(client["secret"] for client in CLIENTS)]

    assert secrets
    assert all(re.fullmatch(r"\$\{REALM_\w+\}", secret) for secret in secrets)


def test_whoever_starts_it_gives_all_that_it_asks_for() -> None:
    """A placeholder without a value would be the value itself: a secret that everybody knows."""
    start = (ROOT / "deploy/keycloak/start.sh").read_text()
    exported = next(line for line in start.splitlines() if line.startswith("export ")).split()[1:]
    composed = {*COMPOSED["keycloak"]["environment"], *exported}

    assert PLACEHOLDERS
    assert {name for name in composed if name.startswith("REALM_")} == PLACEHOLDERS
    assert {name for name in ENVIRONMENT if name.startswith("REALM_")} == PLACEHOLDERS


def test_the_tests_run_the_release_that_the_compose_file_runs() -> None:
    image = COMPOSED["keycloak"]["image"]

    assert image.rpartition(":")[2] == KEYCLOAK.coordinates.rpartition(":")[2]


def test_the_service_of_the_compose_file_trusts_the_realm_as_its_tokens_name_it() -> None:
    settings, realm = COMPOSED["api"]["environment"], COMPOSED["keycloak"]
    hostname = next(option for option in realm["command"] if option.startswith("--hostname=")).partition("=")[2]

    assert settings["GOLDENTHREAD_ISSUERS"] == f"{hostname}/realms/{TOLD['realm']}"
    assert settings["GOLDENTHREAD_AUDIENCE"] == realm["environment"]["REALM_AUDIENCE"]
