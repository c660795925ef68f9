"""An import whose process is killed goes on where it stood, and comes to the same as one that nobody stopped."""

import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from api.local.address import LocalServer
from tests.fixtures.commands import COMMAND, PATIENCE, Said, environment, run
from tests.fixtures.items import SOURCE, Entry, Place, a_place, an_item, up, written

JOB = "MATCH (j:ImportJob {ws: $ws}) RETURN properties(j)"
TOLD = ("state", "chunks", "created", "updated", "unchanged", "refused", "closed", "lines", "total")
ITEMS = 3_000


def settings(place: Place) -> dict[str, str]:
    server = place.server
    known = {"URI": server.uri, "USER": server.user, "PASSWORD": server.password, "DATABASE": "neo4j"}
    return {**{f"GOLDENTHREAD_NEO4J_{name}": value for name, value in known.items()}}


@dataclass
class Importing:
    """`goldenthread import items` of one file into one workspace."""

    place: Place
    path: Path

    @property
    def arguments(self) -> tuple[str, ...]:
        return "import", "items", str(self.path), "--workspace", self.place.workspace

    def job(self) -> dict[str, Any]:
        return self.place.value(JOB) or {}

    def killed_after(self, chunks: int) -> int:
        """Begins, kills the process once so many chunks are made, and answers how many there are."""
        process = subprocess.Popen(
            [*COMMAND, *self.arguments],
            env=environment(**settings(self.place)),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        deadline = time.monotonic() + PATIENCE
        while self.job().get("chunks", 0) < chunks:
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.02)
        process.kill()
        process.wait()
        made: int = self.job()["chunks"]
        return made

    def finished(self) -> Said:
        return run(*self.arguments, **settings(self.place))


def lines_of(place: Place) -> Iterator[Entry | bytes]:
    """Links before nodes, some rows that are refused, and one item that is stated twice."""
    yield SOURCE
    for number in range(ITEMS):
        yield up(f"item {number}", "epic")
        yield an_item(f"item {number}", space=place.space, estimate=number % 7)
        if number % 500 == 0:
            yield b"{"
            yield up(f"item {number + 1} of another", "epic")
    yield an_item("item 0", space=place.space, estimate=99)
    yield an_item("epic", "initiative", space=place.space)


@pytest.fixture
def importing(neo4j: LocalServer, tmp_path: Path) -> Importing:
    place = a_place(neo4j)
    return Importing(place, written(tmp_path / "items.jsonl", lines_of(place)))


@pytest.fixture
def clean(neo4j: LocalServer, tmp_path: Path) -> Importing:
    """The same, run to its end."""
    place = a_place(neo4j)
    clean = Importing(place, written(tmp_path / "clean.jsonl", lines_of(place)))
    assert clean.finished().code == 0
    return clean


def test_a_killed_import_ends_as_one_that_nobody_stopped(importing: Importing, clean: Importing) -> None:
    made = [importing.killed_after(chunks) for chunks in (1, 3, 5)]

    said = importing.finished()

    told = {name: importing.job()[name] for name in TOLD}
    assert made == sorted(made)
    assert 1 <= made[0] < made[-1] < told["chunks"]
    assert told == {name: clean.job()[name] for name in TOLD}
    assert importing.place.contents() == clean.place.contents()
    assert importing.place.entries() == clean.place.entries()
    assert f"created {told['created']}" in said.out or f"{told['created']} created" in said.out


def test_its_quarantine_is_that_of_one_that_nobody_stopped(importing: Importing, clean: Importing) -> None:
    importing.killed_after(2)

    importing.finished()

    refused = importing.path.with_suffix(".refused.jsonl").read_text()
    assert len(refused.splitlines()) == 2 * (ITEMS // 500)
    assert refused == clean.path.with_suffix(".refused.jsonl").read_text()
