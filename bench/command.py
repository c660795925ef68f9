"""`scripts/bench`: one command from nothing to figures."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

import click

from api.stop import Stop

from .anatomy import AROUND, dissected
from .counting import counted
from .finding import Found
from .load.exchange import Failed
from .loading import Sample, generating
from .machine import load_average, machine
from .measuring import Plan, compare, measured, overhead, started, warm
from .preparing import prepared
from .report import Results, lines, write
from .scene import Scene
from .systems.all import RAW, SYSTEMS
from .systems.issuer import issuing
from .systems.system import System
from .walking import walking
from .workloads import WORKLOADS
from .workloads.workload import Case

NAMES = [workload.name for workload in WORKLOADS]
OTHERS = [system.name for system in SYSTEMS if system is not RAW]
CONNECTIONS = (1, 8, 32)
DEEP = MappingProxyType({"S": 50, "M": 500, "L": 5_000, "XL": 5_000})
"""Which page is the deep one, by size."""


@dataclass(frozen=True)
class Options:
    """What is asked on the command line."""

    size: str
    uri: str | None
    data: Path | None
    rounds: int
    seconds: float
    workload: tuple[str, ...]
    systems: tuple[str, ...]

    def plan(self) -> Plan:
        chosen = [workload for workload in WORKLOADS if workload.name in (self.workload or NAMES)]
        return Plan(chosen, self.rounds, CONNECTIONS, self.seconds)

    def chosen(self) -> list[System]:
        """The driver always, as all are compared with it."""
        return [system for system in SYSTEMS if system is RAW or system.name in (self.systems or OTHERS)]

    @property
    def is_whole(self) -> bool:
        """Whether the figures are fit to be written down."""
        return not (self.workload or self.systems)


@click.command(epilog="Example: scripts/bench --size M")
@click.option("--size", default="M", show_default=True, type=click.Choice(list(DEEP)), help="The generated sample.")
@click.option("--uri", metavar="BOLT", help="A Neo4j that holds the sample; by default one of our own is started.")
@click.option("--data", type=click.Path(path_type=Path), help="The folder of our own; by default in the user's cache.")
@click.option("--rounds", metavar="N", default=10, show_default=True, type=click.IntRange(1))
@click.option("--seconds", metavar="S", default=0.5, show_default=True, help="How long a system is asked in a round.")
@click.option("--workload", multiple=True, type=click.Choice(NAMES), help="All, unless given.")
@click.option("--systems", multiple=True, type=click.Choice(OTHERS), help="All, unless given.")
def main(**given: Any) -> None:
    """Compare ways to answer the same questions of the same graph: first the answers, then the time.

    Figures of all workloads and systems are written to docs/performance.md and bench/results/; those of some are shown.
    """
    # `Any`: click hands on what the options above were given.
    options = Options(**given)
    try:
        with prepared(options.size, options.uri, options.data) as prepared_scene, issuing(prepared_scene) as scene:
            results = found(options, scene)
    except (Stop, Failed) as told:
        raise click.ClickException(str(told)) from told
    if options.is_whole:
        click.echo("Written: " + ", ".join(str(path) for path in write(results)))
    else:
        click.echo("\n".join(lines(results)))


def found(options: Options, scene: Scene) -> Results:
    """Everything, in its order: the answers first."""
    plan, before = options.plan(), load_average()
    with ExitStack() as stack:
        logs = Path(stack.enter_context(TemporaryDirectory(prefix="bench-")))
        asked = started(stack, options.chosen(), scene, logs)
        cases = what_is_asked(stack, options, scene)
        for workload in plan.workloads:
            compare(asked, cases, workload, scene)
            click.echo(f"{workload.name}: all answer {len(cases[workload.name])} cases alike", err=True)
        load = stack.enter_context(generating())
        idle = list(overhead(load, plan, logs))
        warm(load, asked, cases, plan, scene)
        samples = [shown(sample) for sample in measured(load, plan, asked, cases, scene)]
        ports = {one.system.name: one.port for one in asked if one.port and one.system.dialect == "ours"}
        layers = dissected(scene, plan.workloads, cases, ports) if len(ports) == len(AROUND) else []
    counts = {workload.name: counted(scene, workload, cases[workload.name]) for workload in plan.workloads}
    about = {
        "taken": f"{datetime.now(UTC):%Y-%m-%d}",
        "rounds": plan.rounds,
        "seconds": plan.seconds,
        "deep_page": DEEP[options.size],
        "load": {"before": before, "after": load_average()},
        **machine(scene),
    }
    return Results(
        options.size, about, plan.workloads, [one.system.name for one in asked], samples, idle, counts, layers
    )


def what_is_asked(stack: ExitStack, options: Options, scene: Scene) -> dict[str, Sequence[Case]]:
    """The cases of each workload. Cursors are ours, from walking our own pages.

    Raises:
        Stop: the sample has none for one of them.
    """
    walk = stack.enter_context(walking(scene))
    known = Found(stack.enter_context(scene.driver()), scene, walk, DEEP[options.size])
    cases = {workload.name: workload.cases(known) for workload in options.plan().workloads}
    for name, listed in cases.items():
        if not listed:
            raise Stop(f"Size {options.size} holds nothing that {name} could be asked about: take a larger size.")
    return cases


def shown(sample: Sample) -> Sample:
    """Each sample as it comes, so that one sees that it goes on."""
    of = f"{sample.round + 1:>2}  {sample.workload:<12} {sample.system:<11} {sample.connections:>2}"
    told = sample.failed or f"{sample.p50:>9.2f} ms {sample.per_second:>9,.1f} /s"
    click.echo(f"{of} {told}", err=True)
    return sample


if __name__ == "__main__":
    main()
