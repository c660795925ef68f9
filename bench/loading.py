"""The load generator from outside: hands it jobs, and makes samples of what it answers."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import IO, Any

from .texts import ROOT


@dataclass(frozen=True)
class Sample:
    """One system at one workload for a moment. Times are in milliseconds; `client_cpu` is what a request costs the
    generator itself. Where a request `failed`, with these words, all figures are 0.
    """

    workload: str
    system: str
    connections: int
    round: int
    requests: int
    per_second: float
    p50: float
    p95: float
    p99: float
    client_cpu: float
    failed: str = ""

    @property
    def row(self) -> tuple[str, int]:
        return self.workload, self.connections

    def as_json(self) -> dict[str, Any]:
        """Plain values of several types, hence `Any`."""
        return {name: round(value, 4) if isinstance(value, float) else value for name, value in asdict(self).items()}


@dataclass(frozen=True)
class Run:
    """Which sample is taken."""

    workload: str
    system: str
    connections: int
    round: int
    seconds: float


class Load:
    """The generator's process."""

    def __init__(self, to: IO[str], come: IO[str]) -> None:
        self._to, self._come = to, come

    def sample(self, run: Run, job: Mapping[str, Any]) -> Sample:
        """What a job took. It is JSON, hence `Any`."""
        json.dump({**job, "connections": run.connections, "seconds": run.seconds}, self._to)
        self._to.write("\n")
        self._to.flush()
        line = self._come.readline()
        if not line:
            raise RuntimeError("The load generator ended; what it said stands above.")
        return sampled(run, json.loads(line))


def sampled(run: Run, took: Mapping[str, Any]) -> Sample:
    if "failed" in took:
        return Sample(run.workload, run.system, run.connections, run.round, 0, 0, 0, 0, 0, 0, took["failed"])
    times = sorted(time * 1000 for time in took["times"])

    def at(part: float) -> float:
        return float(times[min(len(times) - 1, int(len(times) * part))])

    return Sample(
        run.workload,
        run.system,
        run.connections,
        run.round,
        requests=len(times),
        per_second=len(times) / took["seconds"],
        p50=at(0.5),
        p95=at(0.95),
        p99=at(0.99),
        client_cpu=took["cpu"] * 1000 / len(times),
    )


@contextmanager
def generating() -> Iterator[Load]:
    """The generator, for as long as the context lasts."""
    command = [sys.executable, "-m", "bench.load"]
    with subprocess.Popen(  # noqa: S603 - our own command
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Load(process.stdin, process.stdout)
