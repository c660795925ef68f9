"""Settings: where they come from, and what is said of a wrong one."""

from pathlib import Path

import pytest

from api.settings import Settings, described, read_settings, require, variable
from api.stop import Stop

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"
SECRET = "correct horse battery staple, and then some"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No setting but a test's own."""
    for name in (*Settings.model_fields, "secrets"):
        monkeypatch.delenv(variable(name), raising=False)
    return monkeypatch


def refused(**given: object) -> str:
    with pytest.raises(Stop) as stop:
        read_settings(**given)
    return str(stop.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("neo4j_uri", "http://db:7474"),
        ("neo4j_uri", "neo4j://neo4j:password@db:7687"),  # others would print the password
        ("neo4j_uri", "db:7687"),
        ("port", "0"),
        ("port", "tcp://10.0.0.1:8000"),  # what Kubernetes sets for a service of our name
        ("request_timeout", "0"),
        ("request_timeout", "soon"),
        ("log_format", "xml"),
        ("log_level", "chatty"),
        ("cursor_secret", "short"),
        ("largest_body", "0"),
        ("body_timeout", "0"),
        ("cors_origins", "*"),
        ("cors_origins", "https://app.example.org/"),  # browsers send no path
        ("cors_origins", "https://app.example.org:443"),  # nor the usual port
        ("cors_origins", "https://App.example.org"),
        ("cors_origins", "https://*.example.org"),
        ("cors_origins", "app.example.org"),
    ],
)
def test_a_wrong_setting_names_itself_and_its_valid_values(
    environment: pytest.MonkeyPatch, name: str, value: str
) -> None:
    environment.setenv(variable(name), value)

    assert refused() == f"{variable(name)} is not valid. {described(name)}"


def test_every_wrong_setting_has_a_line(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("GOLDENTHREAD_PORT", "x")
    environment.setenv("GOLDENTHREAD_LOG_FORMAT", "x")

    told = refused()

    assert [line.split()[0] for line in told.splitlines()] == ["GOLDENTHREAD_PORT", "GOLDENTHREAD_LOG_FORMAT"]


@pytest.mark.parametrize(
    "uri", ["neo4j://a:7687", "bolt://a", "neo4j+s://a.example:7687", "bolt+ssc://a:1", "neo4j://a:7687?policy=eu"]
)
def test_servers_and_clusters_are_taken_with_and_without_tls(uri: str) -> None:
    assert read_settings(neo4j_uri=uri).neo4j_uri == uri


def test_secrets_come_from_files_and_the_environment_goes_first(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "neo4j_password").write_text("from the file\n")
    (tmp_path / "cursor_secret").write_text(SECRET)
    (tmp_path / "neo4j_user").write_text("from the file")
    environment.setenv("GOLDENTHREAD_SECRETS", str(tmp_path))
    environment.setenv("GOLDENTHREAD_NEO4J_USER", "from the environment")

    settings = read_settings()

    assert settings.neo4j_password.get_secret_value() == "from the file"
    assert settings.cursor_secret.get_secret_value() == SECRET
    assert settings.neo4j_user == "from the environment"


def test_a_folder_of_secrets_that_is_not_there_is_named(environment: pytest.MonkeyPatch, tmp_path: Path) -> None:
    environment.setenv("GOLDENTHREAD_SECRETS", str(tmp_path / "none"))

    assert str(tmp_path / "none") in refused()


def test_options_go_before_the_environment_and_an_empty_variable_is_no_setting(
    environment: pytest.MonkeyPatch,
) -> None:
    environment.setenv("GOLDENTHREAD_PORT", "9000")
    environment.setenv("GOLDENTHREAD_DATA", "")

    settings = read_settings(port=9001, host=None)

    assert (settings.port, settings.host, settings.data) == (9001, "127.0.0.1", None)


def test_secrets_are_never_printed() -> None:
    settings = read_settings(cursor_secret=SECRET, neo4j_password=SECRET)

    assert SECRET not in f"{settings} {settings!r} {settings.model_dump_json()}"


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read_settings().port = 1  # type: ignore[misc]


def test_what_is_needed_and_missing_is_named_line_by_line() -> None:
    settings = read_settings(neo4j_password="x")

    with pytest.raises(Stop) as stop:
        require(settings, "neo4j_uri", "neo4j_password", "cursor_secret")

    told = str(stop.value).splitlines()
    assert [line.split()[0] for line in told] == ["GOLDENTHREAD_NEO4J_URI", "GOLDENTHREAD_CURSOR_SECRET"]


def test_the_docs_list_every_setting_with_its_default_and_its_valid_values(environment: pytest.MonkeyPatch) -> None:
    environment.setattr("sys.stderr.isatty", lambda: False)
    defaults = Settings().model_dump(mode="json")

    rows = [line for line in DOCS.read_text().splitlines() if line.startswith("| `")]

    assert rows == [
        f"| `{variable(name)}` | {_shown(defaults[name])} | {described(name)} |" for name in Settings.model_fields
    ]


def _shown(default: object) -> str:
    return f"{default:g}" if isinstance(default, float) else str(default or "none")
