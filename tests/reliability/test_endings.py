"""However the demo ends, nothing of it is left but its data; and what it cannot mend it tells in a line."""

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fixtures.commands import Demo, Said, run

COUNT = "{ workItems { totalCount } objectives { totalCount } }"
BODY = b'{"query": "{ __typename }"}'
HEAD = f"POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: {len(BODY)}\r\n"


@dataclass(frozen=True)
class Ended:
    """A demo that has ended, and what was found before and after."""

    demo: Demo
    counts: dict[str, object]
    secrets: list[str]
    said: Said


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that these tests share, one after another."""
    return tmp_path_factory.mktemp("demo")


@contextmanager
def half_a_request(demo: Demo) -> Iterator[socket.socket]:
    """A connection on which a request has begun."""
    head = f"{HEAD}authorization: Bearer {demo.token()}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", demo.port)) as connection:
        connection.sendall(head.encode())
        time.sleep(0.5)
        yield connection


def ended(demo: Demo, counts: dict[str, object]) -> Ended:
    said = demo.end(signal.SIGINT)
    return Ended(demo, counts, [(demo.folder / name).read_text() for name in ("password", "cursor-secret")], said)


@pytest.fixture(scope="module")
def first(folder: Path) -> Ended:
    """A demo's first run, ended by Ctrl-C."""
    demo = Demo(folder).start()
    return ended(demo, demo.ask(COUNT))


@pytest.fixture(scope="module")
def second(first: Ended) -> Ended:
    """Its second run, ended by Ctrl-C twice, since a request keeps it waiting."""
    demo = Demo(first.demo.folder).start()
    counts = demo.ask(COUNT)
    with half_a_request(demo):
        demo.process.send_signal(signal.SIGINT)
        time.sleep(0.5)
        assert demo.process.poll() is None
        return ended(demo, counts)


def test_ctrl_c_stops_all_of_it_quietly(first: Ended) -> None:
    assert first.said.code == 0
    assert f"Open    http://127.0.0.1:{first.demo.port}/" in first.said.out
    assert f"Data    {first.demo.folder}" in first.said.out
    assert [line.split()[0] for line in first.said.err.splitlines()] == ["Starting", "Loading"]
    assert not (first.demo.folder / "running.json").exists()
    assert first.demo.is_gone()


def test_a_second_start_keeps_the_data_and_the_secrets(first: Ended, second: Ended) -> None:
    assert second.counts == first.counts
    assert second.secrets == first.secrets
    assert second.said.err == "Starting Neo4j 5.26.25\n"


def test_a_second_ctrl_c_does_not_wait_for_answers(second: Ended) -> None:
    assert second.said.code == 0
    assert second.demo.is_gone()


def test_secrets_are_for_the_owner_alone_and_are_never_printed(first: Ended, second: Ended) -> None:
    modes = [oct((first.demo.folder / name).stat().st_mode)[-3:] for name in ("password", "cursor-secret")]
    printed = "".join(run.said.out + run.said.err for run in (first, second))

    assert modes == ["600", "600"]
    assert not any(secret in printed for secret in first.secrets)


def test_what_has_been_asked_before_sigterm_is_answered(folder: Path) -> None:
    demo = Demo(folder, ("--no-sample",)).start()

    with half_a_request(demo) as request:
        demo.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        request.sendall(BODY)
        answer = request.recv(65536)
    demo.process.wait(30)

    assert answer.startswith(b"HTTP/1.1 200")
    assert demo.end().code == 0
    assert demo.is_gone()


def test_a_killed_demo_leaves_no_orphan_and_its_folder_can_be_used_at_once(folder: Path) -> None:
    demo = Demo(folder, ("--no-sample",)).start()

    demo.end(signal.SIGKILL)
    said = run("migrate", "--data", str(folder))

    assert (said.code, said.out) == (0, "The database is up to date.\n")
    assert demo.is_gone()


def test_a_database_that_ends_by_itself_ends_the_demo_with_its_last_words(folder: Path) -> None:
    demo = Demo(folder, ("--no-sample",)).start()

    subprocess.run(["pkill", "-9", "-f", f"home-dir={folder}/neo4j"], check=True)
    demo.process.wait(20)
    said = demo.end()

    assert said.code == 1
    assert "Neo4j ended by itself. The last that it said:" in said.err
    assert "Traceback" not in said.err
    assert demo.is_gone()


def test_a_registry_out_of_reach_is_told_in_a_line(tmp_path: Path) -> None:
    said = run(
        "demo",
        "--data",
        str(tmp_path / "data"),
        "--port",
        str(Demo(tmp_path).port),
        M2_REPO=str(tmp_path / "jars"),
        HTTPS_PROXY="http://127.0.0.1:9",
    )

    assert "check the network, or HTTPS_PROXY, and start again" in said.line


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for a database of its own, but for little more."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("needs root, and the right to mount a small disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_disk_that_fills_up_is_told_in_a_line(small_disk: Path) -> None:
    said = run("demo", "--data", str(small_disk), "--port", str(Demo(small_disk).port))

    assert said.line == f"The disk of {small_disk} is full: make room there and start again."
    assert Demo(small_disk).is_gone()
