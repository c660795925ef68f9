"""However often the database is killed while many write, each acknowledged change is there exactly once, none half."""

import asyncio
import os
import random
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from rich.console import Console

from api.local import server as local
from api.local.address import LocalServer
from api.local.folder import Folder, data_folder
from api.local.process import free_port
from api.local.progress import Reporter
from api.stop import Stop
from graph.database import opened
from graph.migrations import migrate
from graph.records.states import SpaceRole
from tests.fixtures.access import Caller, Granting, settings_of
from tests.fixtures.building import Building
from tests.fixtures.serving import served
from tests.graph.writing.invariants import Whole, whole_of
from tests.requests.changes.upserts import link, links, named, upsert, work
from tests.requests.identity.issuing import issuing

ROUNDS = int(os.environ.get("GOLDENTHREAD_KILLS", "1"))
WRITERS = 8
PASSING = {"UNAVAILABLE", "TIMED_OUT"}
"""What the service answers where it cannot know; any other error is a fault."""

LONG = 24 * 60 * 60

Effect = tuple[str, str]
"""What the feed says of a change, and of which node."""


@dataclass
class Patient(Caller):
    """Asks the very same again until it is answered."""

    asked_again: int = 0

    def answer(self, document: str, **variables: Any) -> dict[str, Any]:
        while True:
            with suppress(httpx2.TransportError):
                told = super().answer(document, **variables)
                codes = {error["extensions"]["code"] for error in told.get("errors", ())}
                if not codes & PASSING:
                    return told
            self.asked_again += 1
            time.sleep(0.1)


@dataclass
class Writer:
    """One of those who write, with all that was acknowledged."""

    name: str
    caller: Patient
    ids: Any
    effects: Counter[Effect] = field(default_factory=Counter)
    titles: dict[str, str] = field(default_factory=dict)
    acknowledged: int = 0

    def write(self, ended: Event) -> None:
        number = 0
        while not ended.is_set():
            number += 1
            self.one_item(f"{self.name} {number}")
            self.some_of_a_source(f"{self.name} {number}")

    def one_item(self, title: str) -> None:
        """Made, changed and linked, one after the other."""
        made = self.done("createWorkItem", {"title": title, "container": self.ids["Parser"]}, "workItem { id }")
        id_ = made["workItem"]["id"]
        self.effects.update([("CREATED", id_), ("LINKED", id_)])
        self.done("updateWorkItem", {"id": id_, "title": f"{title} changed", "expectedRevision": 1}, "workItem { id }")
        self.effects["CHANGED", id_] += 1
        self.titles[id_] = f"{title} changed"
        self.done("linkNodes", {"child": id_, "relation": "CONTRIBUTES_TO", "parent": self.ids["Grow"], "share": 0.5})
        self.effects["LINKED", id_] += 1

    def some_of_a_source(self, title: str) -> None:
        """Five items with a link each, in one change."""
        names = [f"{title} part {part}" for part in range(5)]
        up = link("PART_OF", {"id": self.ids["Parser"]})
        done = upsert(
            self.caller,
            *(work(name, "workItem", self.ids["open"]) for name in names),
            children=[links(named(name), up) for name in names],
            idempotencyKey=uuid4().hex,
        )
        assert done["counts"]["created"] == 2 * len(names)
        self.acknowledged += 1
        for name, result in zip(names, done["results"], strict=False):
            self.effects.update([("CREATED", result["id"]), ("LINKED", result["id"])])
            self.titles[result["id"]] = name

    def done(self, mutation: str, given: dict[str, Any], told: str = "") -> Any:
        """What a change answers, under a key that is the same however often it must be sent."""
        changed = mutation.removeprefix("create").removeprefix("update")
        select = f"... on {changed}Changed {{ {told} }}" if told else ""
        answer = self.caller.change(mutation, given, select, idempotencyKey=uuid4().hex)
        assert "code" not in answer, answer
        self.acknowledged += 1
        return answer


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Of a Neo4j that listens on the same port however often it is started."""
    port = free_port()
    monkeypatch.setattr(local, "free_port", lambda: port)
    return data_folder(tmp_path / "data")


@contextmanager
def killed(folder: Folder) -> Iterator[LocalServer]:
    """A Neo4j of this test's own, which is killed at the end of the context."""
    with suppress(Stop), local.running(folder, Reporter(Console(quiet=True))) as server:
        yield server
        home = f"home-dir={folder.database}"
        found = subprocess.run(["pgrep", "-f", home], capture_output=True, text=True, check=True).stdout
        for process in found.split():
            with suppress(ProcessLookupError):
                os.kill(int(process), signal.SIGKILL)
        while not server.has_ended():
            time.sleep(0.01)


async def built(server: LocalServer, workspace: str) -> Any:
    building = Building()
    building.space("open")
    building.work("Objective", "Grow", "open")
    building.work("Project", "Parser", "open")
    async with opened(server.uri, server.user, server.password, "neo4j") as database:
        await migrate(database)
        return await building.build(database, workspace)


@contextmanager
def serving(server: LocalServer) -> Iterator[Granting]:
    """The application before the database, with a workspace in which somebody may write."""
    workspace = f"killed-{uuid4().hex[:12]}"
    with issuing("/realms/writes") as issuer, served(settings_of(server, issuer)) as url:
        granting = Granting(server, issuer, url, workspace, asyncio.run(built(server, workspace)))
        granting.grant("open", granting.subject("sara"), SpaceRole.EDITOR)
        yield granting


def writers_of(granting: Granting) -> list[Writer]:
    token = granting.caller("sara", scope="work:read work:write sync:write", exp=int(time.time()) + LONG).token
    return [Writer(f"writer {number}", Patient(granting.url, token), granting.ids) for number in range(WRITERS)]


def await_acknowledged(writers: list[Writer], more: int) -> None:
    """Returns once each writer has been answered and all together have so many answers more."""
    before = [writer.acknowledged for writer in writers]
    deadline = time.monotonic() + 300
    while True:
        since = [writer.acknowledged - was for writer, was in zip(writers, before, strict=True)]
        if min(since) >= 1 and sum(since) >= more:
            return
        assert time.monotonic() < deadline, since
        time.sleep(0.002)


def told_of(whole: Whole, since: int) -> Counter[Effect]:
    """What the feed says after an entry."""
    return Counter((row["change"], row.get("node") or row["child"]) for row in whole.feed if row["seq"] > since)


def test_what_was_acknowledged_is_there_exactly_once_however_often_the_database_is_killed(folder: Folder) -> None:
    chance, ended = random.Random(0), Event()  # noqa: S311 - a game, not a secret
    with ExitStack() as stack:
        running = stack.enter_context(ExitStack())
        granting = stack.enter_context(serving(running.enter_context(killed(folder))))
        since, writers = granting.value("MATCH (k:Workspace {id: $ws}) RETURN k.seq"), writers_of(granting)
        pool = stack.enter_context(ThreadPoolExecutor(WRITERS))
        stack.callback(ended.set)
        writing = [pool.submit(writer.write, ended) for writer in writers]

        for _ in range(ROUNDS):
            await_acknowledged(writers, more=chance.randint(20, 60))
            running.close()
            running.enter_context(killed(folder))
        await_acknowledged(writers, more=1)
        ended.set()
        for each in writing:
            each.result()

        whole = granting.graph(lambda database: whole_of(database, granting.workspace))
    assert told_of(whole, since) == sum((writer.effects for writer in writers), Counter())
    titles = {id_: title for writer in writers for id_, title in writer.titles.items()}
    assert {id_: whole.nodes[id_]["title"] for id_ in titles} == titles
    assert sum(writer.caller.asked_again for writer in writers) > 0
