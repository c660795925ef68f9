"""Sees that a server does not outlive who started it: `guard.py COMMAND …` runs the command until its own input ends.

It is a process between the two. Whoever started it holds the other end of its input, which the system closes when
that process is gone, whatever ended it. In a session of its own it hears no Ctrl-C: who started it decides the order
in which things stop. It runs by its path and needs only the standard library, so it is there in a few milliseconds.
"""

import os
import signal
import subprocess
import sys
from threading import Thread
from types import FrameType

PATIENCE = 60
"""Seconds that a server has to stop by itself."""


def main(command: list[str]) -> int:
    """Run the command to its end, or to the end of our input, or to SIGTERM; its exit code."""
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603 - our own command

    def stop(_signal: int, _frame: FrameType | None) -> None:
        server.terminate()

    signal.signal(signal.SIGTERM, stop)
    Thread(target=_stop_at_end_of_input, args=(server,), daemon=True).start()
    return server.wait()


def _stop_at_end_of_input(server: subprocess.Popen[bytes]) -> None:
    os.read(0, 1)  # nobody writes: it returns at the end of our input
    server.terminate()
    try:
        server.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
