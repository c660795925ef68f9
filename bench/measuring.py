"""The order of events: all answers compared, all systems warmed, then rounds that go from system to system."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.local.process import free_port
from api.stop import Stop

from .asking import Asked, answer, body, text, token, variables
from .comparing import differences
from .loading import Load, Run, Sample
from .scene import Scene
from .systems.system import System, process, python
from .workloads import Workload
from .workloads.workload import Case

OVERHEAD = "load generator"


@dataclass(frozen=True)
class Plan:
    """What is measured: for how many rounds, at how many connections, and for how many seconds each time."""

    workloads: Sequence[Workload]
    rounds: int
    connections: Sequence[int]
    seconds: float

    def samples(self, asked: Sequence[Asked]) -> Iterator[tuple[Workload, Asked, int, int]]:
        """Systems follow each other closely, every other round in the opposite order."""
        for number in range(self.rounds):
            for workload in self.workloads:
                able = [one for one in asked if one.can_answer(workload)]
                for connections in self.connections:
                    for one in reversed(able) if number % 2 else able:
                        yield workload, one, connections, number


def started(stack: ExitStack, systems: Sequence[System], scene: Scene, logs: Path) -> list[Asked]:
    """The systems, running until the stack is unwound."""
    return [
        Asked(system, stack.enter_context(system.serving(scene, logs)) if system.serving else None)
        for system in systems
    ]


def compare(asked: Sequence[Asked], cases: Mapping[str, Sequence[Case]], workload: Workload, scene: Scene) -> None:
    """Make sure that all systems answer each case alike.

    Raises:
        Stop: two differ; says where.
    """
    for case in cases[workload.name]:
        first, *others = (one for one in asked if one.can_answer(workload))
        expected = answer(first, workload, case, scene)
        for other in others:
            found = list(differences(expected, answer(other, workload, case, scene)))
            if found:
                pair = f"{other.system.name} does not answer {workload.name} as {first.system.name} does, asked {case}"
                raise Stop("\n".join([pair, *found[:10]]))


def job(one: Asked, workload: Workload, cases: Sequence[Case], scene: Scene) -> dict[str, Any]:
    """What the load generator is told to do: JSON, hence `Any`."""
    dialect = one.system.dialect
    if one.port is None:
        parameters = [variables(workload, dialect, case, scene) for case in cases]
        return {"server": scene.server(), "text": text(workload, dialect), "parameters": parameters}
    bodies = [body(workload, dialect, case, scene) for case in cases]
    return {"port": one.port, "token": token(dialect, scene), "bodies": bodies}


def measured(
    load: Load, plan: Plan, asked: Sequence[Asked], cases: Mapping[str, Sequence[Case]], scene: Scene
) -> Iterator[Sample]:
    """Each sample as it is taken. What has failed once is not tried again."""
    failed = set()
    for workload, one, connections, number in plan.samples(asked):
        run = Run(workload.name, one.system.name, connections, number, plan.seconds)
        if (key := (run.workload, run.system, run.connections)) not in failed:
            sample = load.sample(run, job(one, workload, cases[workload.name], scene))
            if sample.failed:
                failed.add(key)
            yield sample


def warm(load: Load, asked: Sequence[Asked], cases: Mapping[str, Sequence[Case]], plan: Plan, scene: Scene) -> None:
    """Statements planned, code compiled, pages read: twice the time of a sample for each system."""
    for workload in plan.workloads:
        for one in asked:
            if one.can_answer(workload):
                run = Run(workload.name, one.system.name, min(8, max(plan.connections)), -1, plan.seconds * 2)
                load.sample(run, job(one, workload, cases[workload.name], scene))


def overhead(load: Load, plan: Plan, logs: Path) -> Iterator[Sample]:
    """The load generator against a server that does nothing: what of each figure is not the system's."""
    port = free_port()
    with process("nothing", python("bench.load.nothing", str(port)), {}, port, logs):
        for connections in plan.connections:
            bodies = {"port": port, "token": "", "bodies": ["{}"]}
            yield load.sample(Run(OVERHEAD, "nothing", connections, 0, plan.seconds), bodies)
