"""A Neo4j of our own: fetched, started as a child process and stopped with us."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from jgo.maven import MavenContext

from api.local.address import LocalServer, announced
from api.local.configuration import configuration
from api.local.folder import Folder
from api.local.jars import cached, fetch, listed, missing
from api.local.java import first_password_command, server_command
from api.local.process import Process, await_connection, free_port, guarded, kill, opened_log
from api.local.progress import Reporter
from api.local.releases import LTS, Release
from api.stop import Stop

__all__ = ["LocalServer", "running"]

PATIENCE = 300
"""Seconds that a server has to start. After a hard end it first reads its logs, which can take a minute."""

SCARCE = 32 << 20
"""With fewer bytes left than this on its disk a server's failure is told as a full disk."""


@contextmanager
def running(folder: Folder, reporter: Reporter, release: Release = LTS) -> Iterator[LocalServer]:
    """A Neo4j whose home is in the folder, for as long as the context lasts. The folder must be the caller's own.

    Raises:
        Stop: it cannot be fetched or started, it ended by itself, or the disk is full.
    """
    home = _home(folder)
    environment = {**os.environ, "CLASSPATH": _class_path(release.version, reporter), "NEO4J_HOME": str(home)}
    with ExitStack() as stack:
        log = stack.enter_context(opened_log(home / "logs" / "console.log", PATIENCE))
        password, port = _password(folder, environment), free_port()
        (home / "conf" / "neo4j.conf").write_text(configuration(port))
        reporter.say(f"Starting Neo4j {release.version}")
        process = stack.enter_context(guarded(server_command(home, release.main), environment, log))
        stack.push(lambda _kind, fault, _trace: _explain(folder, process, fault))
        if not await_connection(process, port, PATIENCE):
            raise _failed(folder)
        server = LocalServer(f"bolt://127.0.0.1:{port}", "neo4j", password, lambda: process.poll() is not None)
        stack.enter_context(announced(folder, server))
        yield server


def _class_path(version: str, reporter: Reporter) -> str:
    cache, jars = MavenContext(), listed(version)
    if absent := missing(jars, cache):
        size = sum(jar.size for jar in absent) >> 20
        with reporter.bar(f"Downloading Neo4j {version}, {size} MB, once") as advance:
            fetch(absent, cache, advance)
    return ":".join(str(cached(jar, cache)) for jar in jars)


def _home(folder: Folder) -> Path:
    for name in ("conf", "logs", "tmp"):
        (folder.database / name).mkdir(parents=True, exist_ok=True)
    return folder.database


def _password(folder: Folder, environment: Mapping[str, str]) -> str:
    if (folder.database / "data" / "databases" / "system").exists():
        return folder.secret("password")
    password, arguments = folder.secret("password"), folder.path / "first-password"
    arguments.touch(mode=0o600)
    arguments.write_text(f"dbms set-initial-password {password}")
    done = subprocess.run(  # noqa: S603 - our own command
        first_password_command(folder.database, arguments), env=environment, capture_output=True, check=False
    )
    arguments.unlink()
    if done.returncode:
        raise _failed(folder, done.stderr.decode(errors="replace"))
    return password


def _explain(folder: Folder, process: Process, fault: BaseException | None) -> None:
    """What is behind a failure while the server ran: a full disk, or an end of its own."""
    if isinstance(fault, Exception) and _is_full(folder):
        kill(process)  # a Neo4j that cannot write does not stop when it is asked to
        raise _failed(folder) from fault
    if process.poll() is not None and not isinstance(fault, Stop):
        raise _failed(folder) from fault


def _failed(folder: Folder, said: str = "") -> Stop:
    if _is_full(folder):
        return Stop(f"The disk of {folder.path} is full: make room there and start again.")
    logs = folder.database / "logs"
    said = said or "".join(log.read_text(errors="replace") for log in (logs / "neo4j.log", logs / "console.log"))
    last = "\n".join([line for line in said.splitlines() if line.strip()][-8:])
    return Stop(f"Neo4j ended by itself. The last that it said:\n{last}\nAll of it is in {logs}; then start again.")


def _is_full(folder: Folder) -> bool:
    return shutil.disk_usage(folder.path).free < SCARCE
