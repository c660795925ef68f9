"""A server as a child process that never outlives us, however we end."""

import fcntl
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from api.local import guard
from api.stop import Stop

Process = subprocess.Popen[bytes]

OFTEN = 0.05
"""Seconds between two looks at something that we wait for."""


@contextmanager
def opened_log(path: Path, patience: float) -> Iterator[BinaryIO]:
    """The log that a server inherits as its output, empty; and with it its lock.

    A server that was left behind holds on to it until its last process is gone: we wait that long, `patience` seconds
    at most.

    Raises:
        Stop: the former server is still there.
    """
    deadline = time.monotonic() + patience
    with path.open("ab") as log:
        while not _locked(log):
            if time.monotonic() > deadline:
                raise Stop(f"The server that wrote {path} is still stopping: try again in a moment.")
            time.sleep(OFTEN)
        log.truncate(0)
        yield log


@contextmanager
def guarded(command: Sequence[str], environment: Mapping[str, str], log: BinaryIO) -> Iterator[Process]:
    """The command under its guard. It is asked to stop when the context ends, and killed if that is interrupted."""
    process = subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-I", "-S", guard.__file__, *command],
        stdin=subprocess.PIPE,
        stdout=log,
        stderr=log,
        env=environment,
        start_new_session=True,
    )
    try:
        try:
            yield process
        finally:
            assert process.stdin is not None  # it is a pipe
            process.stdin.close()
            process.wait()
    finally:
        kill(process)


def kill(process: Process) -> None:
    """End a guarded process and its guard at once."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def await_connection(process: Process, port: int, patience: float) -> bool:
    """Whether the process accepts connections on a port of this machine, as soon as it does; False if it ended."""
    deadline = time.monotonic() + patience
    while process.poll() is None and time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return process.poll() is None
        time.sleep(OFTEN)
    return False


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _locked(log: BinaryIO) -> bool:
    try:
        fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
