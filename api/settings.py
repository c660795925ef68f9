"""What can be set from outside: one frozen class, read from the environment and from a folder of secrets."""

import os
import sys
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SecretsSettingsSource,
    SettingsConfigDict,
)

from api.addresses import is_issuer, is_origin
from api.stop import Stop

PREFIX = "GOLDENTHREAD_"
SECRETS = f"{PREFIX}SECRETS"

LONG_ENOUGH = 32
"""Characters of a secret that nobody guesses."""


def _long_enough(secret: SecretStr) -> SecretStr:
    if secret and len(secret) < LONG_ENOUGH:
        raise ValueError
    return secret


def _store(address: SecretStr) -> SecretStr:
    if address and not address.get_secret_value().startswith(("redis://", "rediss://")):
        raise ValueError
    return address


def _separated(value: object) -> object:
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def _issuers(addresses: tuple[str, ...]) -> tuple[str, ...]:
    if not all(map(is_issuer, addresses)):
        raise ValueError
    return tuple(dict.fromkeys(addresses))


def _origins(origins: tuple[str, ...]) -> tuple[str, ...]:
    if not all(map(is_origin, origins)):
        raise ValueError
    return tuple(dict.fromkeys(origins))


def _log_format() -> Literal["json", "text"]:
    return "text" if sys.stderr.isatty() else "json"


class Settings(BaseSettings):
    """Everything that can be set. A field's description gives its valid values, in the docs and in what a refusal says.

    A setting is `GOLDENTHREAD_` and the field's name in capitals; a secret may also be a file of the field's name in
    the folder that `GOLDENTHREAD_SECRETS` names. The environment goes before the folder.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True, extra="forbid", env_ignore_empty=True)

    neo4j_uri: str = Field(
        default="",
        pattern=r"^$|^(neo4j|bolt)(\+s|\+ssc)?://[^\s/@]+$",
        description="The Neo4j server, as neo4j://host:7687 (a cluster too) or bolt://host:7687 (one server); "
        "neo4j+s:// and bolt+s:// with TLS, neo4j+ssc:// and bolt+ssc:// with a self-signed certificate. "
        "User and password are settings of their own.",
    )
    neo4j_user: str = Field(default="neo4j", min_length=1, description="The user in Neo4j: a name.")
    neo4j_password: SecretStr = Field(
        default=SecretStr(""), description="The user's password: text, best kept in the folder of secrets."
    )
    neo4j_database: str = Field(default="neo4j", min_length=1, description="The database in Neo4j: its name.")
    host: str = Field(
        default="127.0.0.1",
        min_length=1,
        description="The address to serve on: 127.0.0.1 for this machine alone, 0.0.0.0 for every network.",
    )
    port: int = Field(default=8000, ge=1, le=65535, description="The port to serve on: 1 to 65535.")
    workspace: str = Field(
        default="demo",
        min_length=1,
        description="The workspace of the demo and of imports: its id. Tokens name their own.",
    )
    issuers: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_separated), AfterValidator(_issuers)] = Field(
        default=(),
        description="Whose access tokens count: addresses of issuers exactly as their tokens name them in iss, "
        "commas between them; https:// each, http:// only on this machine.",
    )
    audience: str = Field(
        default="",
        description="What tokens for this service name in aud: best the address of its GraphQL endpoint as clients "
        "know it, as https://api.example.org/graphql.",
    )
    workspace_claim: str = Field(
        default="workspace", min_length=1, description="The claim of a token that holds its workspace's id: a name."
    )
    groups_claim: str = Field(
        default="groups", min_length=1, description="The claim of a token that lists its subject's groups: a name."
    )
    source_claim: str = Field(
        default="source",
        min_length=1,
        description="The claim of a token that holds the one source that its client may write for: a name.",
    )
    sign_in_client: str = Field(
        default="",
        description="The client by which people sign in on the explorer's page: its id at the issuer. "
        "Without one, nobody signs in there.",
    )
    sign_in_secret: SecretStr = Field(
        default=SecretStr(""), description="That client's secret: text, best kept in the folder of secrets."
    )
    sign_in_issuer: str = Field(
        default="",
        description="Where people sign in: one of GOLDENTHREAD_ISSUERS; where there is only one, that.",
    )
    cursor_secret: Annotated[SecretStr, AfterValidator(_long_enough)] = Field(
        default=SecretStr(""),
        description="What signs the cursors of pages, the same on every server of one installation: "
        f"text of at least {LONG_ENOUGH} characters.",
    )
    request_timeout: float = Field(
        default=10, gt=0, le=600, description="The longest that one request may take: seconds, above 0 and up to 600."
    )
    cost_per_request: int = Field(
        default=100_000,
        ge=1,
        description="The most that one request may cost: points, of which reading a row takes about one.",
    )
    cost_per_minute: int = Field(
        default=2_000_000,
        ge=0,
        description="The most that the requests of one caller may cost in a minute: points; 0 for no limit.",
    )
    limits_store: Annotated[SecretStr, AfterValidator(_store)] = Field(
        default=SecretStr(""),
        description="Where several servers count together what callers spend: a Valkey or Redis, as redis://host:6379, "
        "with TLS rediss://, with a password redis://:password@host:6379. Without one, each server counts by itself.",
    )
    largest_body: int = Field(
        default=1_048_576,
        ge=1024,
        le=104_857_600,
        description="The largest body of a request that is taken: bytes, 1,024 to 104,857,600.",
    )
    body_timeout: float = Field(
        default=20,
        gt=0,
        le=600,
        description="The longest that the body of a request may be on its way: seconds, above 0 and up to 600.",
    )
    numbers_kept: int = Field(
        default=50_000,
        ge=0,
        le=10_000_000,
        description="How many numbers, as progress, are remembered as long as nothing changes in their workspace, at "
        "some 700 bytes each: 0 for none, up to 10,000,000.",
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_separated), AfterValidator(_origins)] = Field(
        default=(),
        description="Which pages of other servers may ask from a browser: origins exactly as browsers send them, as "
        "https://app.example.org, commas between them.",
    )
    trusted_documents: Path | None = Field(
        default=None,
        description="The documents that everybody may ask for by their sha256: a folder of *.graphql and *.json files.",
    )
    trusted_only: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_separated)] = Field(
        default=(),
        description="Which clients may ask nothing but trusted documents: their ids as tokens name them in client_id, "
        "commas between them.",
    )
    log_format: Literal["json", "text"] = Field(
        default_factory=_log_format,
        description="How logs are written: json, or text, which is the default on a terminal.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="The least that is logged: debug (each request too), info, warning or error."
    )
    data: Path | None = Field(
        default=None,
        description="Where the demo keeps its database: a folder; by default one in the user's data directory.",
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - there is none
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - its files would need the prefix
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given goes before the environment, and that before the folder of secrets."""
        files = SecretsSettingsSource(settings_cls, os.environ.get(SECRETS), env_prefix="")
        return init_settings, env_settings, files


def read_settings(**given: object) -> Settings:
    """The settings, `given` (the options of a command line; None is not given) going before all else.

    Raises:
        Stop: a line for each wrong setting, with its name and its valid values, never its value.
    """
    folder = os.environ.get(SECRETS)
    if folder is not None and not Path(folder).is_dir():
        raise Stop(f"{SECRETS} is not valid. The folder of secrets: there is no folder {folder}.")
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as refused:
        names = dict.fromkeys(str(error["loc"][0]).lower() for error in refused.errors())
        raise Stop("\n".join(map(_not_valid, names))) from refused


def require(settings: Settings, *names: str) -> None:
    """Check that settings without a usable default are given.

    Raises:
        Stop: a line for each that is missing, with its name and its valid values.
    """
    missing = [name for name in names if not getattr(settings, name)]
    if missing:
        raise Stop("\n".join(f"{variable(name)} is not set. {described(name)}" for name in missing))


def variable(name: str) -> str:
    """The environment variable of the setting `name`."""
    return f"{PREFIX}{name.upper()}"


def described(name: str) -> str:
    """What the setting `name` is, and its valid values."""
    return str(Settings.model_fields[name].description)


def _not_valid(name: str) -> str:
    return f"{variable(name)} is not valid. {described(name)}"
