"""A guarded process ends with whoever started it, however that one ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from api.local.process import await_connection, free_port, guarded, opened_log
from api.stop import Stop

SLEEPER = "import time; print('up', flush=True); time.sleep(60)"
STUBBORN = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEPER}"

PARENT = """
import sys, time
from pathlib import Path
from api.local.process import guarded, opened_log
with opened_log(Path(sys.argv[1]), 0) as log, guarded([sys.executable, "-c", sys.argv[2]], {}, log):
    time.sleep(60)
"""


def eventually(holds: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not (held := holds()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return held


def is_free(log: Path) -> bool:
    """Whether nobody is left who writes the log: neither parent, nor guard, nor child."""
    try:
        with opened_log(log, patience=0):
            return True
    except Stop:
        return False


class Parent:
    """A process that has started a guarded one."""

    def __init__(self, log: Path, child: str) -> None:
        self.log = log
        self.process = subprocess.Popen(
            [sys.executable, "-c", PARENT, str(log), child],
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(sys.path)},
        )
        assert eventually(lambda: log.exists() and log.read_text() == "up\n")

    def leaves_nothing(self) -> bool:
        self.process.wait()
        return eventually(lambda: is_free(self.log))


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_parent_that_is_ended_leaves_nothing_behind(tmp_path: Path, end: signal.Signals) -> None:
    parent = Parent(tmp_path / "log", SLEEPER)

    parent.process.send_signal(end)

    assert parent.leaves_nothing()


def test_who_insists_does_not_wait_for_a_process_that_will_not_stop(tmp_path: Path) -> None:
    parent = Parent(tmp_path / "log", STUBBORN)

    parent.process.send_signal(signal.SIGINT)
    time.sleep(0.3)
    was_waiting = parent.process.poll() is None
    parent.process.send_signal(signal.SIGINT)

    assert was_waiting
    assert parent.leaves_nothing()


def test_a_process_outlives_neither_its_guard_nor_the_context(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with opened_log(path, 0) as log, guarded([sys.executable, "-c", SLEEPER], os.environ, log) as guard:
        assert eventually(lambda: path.read_text() == "up\n")
        os.kill(guard.pid, signal.SIGKILL)

    assert eventually(lambda: is_free(path))


def test_a_process_that_ends_is_not_waited_for(tmp_path: Path) -> None:
    with (tmp_path / "log").open("ab") as log, guarded([sys.executable, "-c", ""], os.environ, log) as guard:
        accepts = await_connection(guard, free_port(), patience=10)

    assert not accepts


def test_a_log_is_not_opened_before_its_last_writer_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "log"
    with opened_log(path, patience=0) as log:
        left_behind = subprocess.Popen([sys.executable, "-c", SLEEPER], stdout=log)

    with pytest.raises(Stop, match="try again in a moment"), opened_log(path, patience=0.1):
        pass
    left_behind.kill()
    left_behind.wait()
    with opened_log(path, patience=5):
        assert path.read_bytes() == b""
