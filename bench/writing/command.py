"""`scripts/bench writing`: what changes take, beside the driver."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from api.stop import Stop

from ..load import raw as driving
from ..load.exchange import Failed
from ..machine import load_average, machine
from ..scene import Scene
from ..systems.issuer import issuing
from ..systems.ours import served
from .measuring import Asking, Bench, Round, compare, measured
from .place import a_server, made
from .raw import Raw
from .report import Written, lines, write


@dataclass(frozen=True)
class Options:
    """How long is measured, and whether it is written down."""

    rounds: int
    seconds: float
    shown: bool


@click.command(epilog="Example: scripts/bench writing --rounds 3 --show")
@click.option("--uri", metavar="BOLT", help="A Neo4j to write to; by default one of our own that holds nothing else.")
@click.option("--rounds", metavar="N", default=10, show_default=True, type=click.IntRange(1))
@click.option("--seconds", metavar="S", default=3.0, show_default=True, help="How long many write at once in a round.")
@click.option("--show", "shown", is_flag=True, help="Show the figures, and write nothing down.")
def main(uri: str | None, **given: Any) -> None:
    """Compare what changes take with the driver that writes the same by ideal statements.

    Both write to workspaces of their own, made anew. Figures go to docs/performance.md and bench/results/.
    """
    # `Any`: click hands on what the options above were given.
    options = Options(**given)
    try:
        with a_server(uri) as server:
            results = asyncio.run(found(server, options))
    except (Stop, Failed) as told:
        raise click.ClickException(str(told)) from told
    click.echo("\n".join(lines(results)))
    if not options.shown:
        click.echo("Written: " + ", ".join(str(path) for path in write(results)))


async def found(server: Scene, options: Options) -> Written:
    """Everything, in its order: first whether both write the same, and then the figures."""
    before, places = load_average(), [await made(server, name) for name in ("ours", "raw")]
    async with AsyncExitStack() as stack:
        logs = Path(stack.enter_context(TemporaryDirectory(prefix="bench-")))
        scene = stack.enter_context(issuing(replace(server, workspace=places[0].workspace)))
        port = stack.enter_context(served(scene, logs))
        driver = await stack.enter_async_context(driving.opened(scene.server()))
        bench = Bench(Asking(port, scene), places[0], Raw(driver, scene, places[1]), places[1])
        await bench.first()
        await compare(driver, scene.database, places)
        rounds = [shown(taken) async for taken in measured(bench, options.rounds, options.seconds)]
    about = {
        "taken": f"{datetime.now(UTC):%Y-%m-%d}",
        "rounds": options.rounds,
        "seconds": options.seconds,
        "load": {"before": before, "after": load_average()},
        **machine(server),
    }
    return Written(about, rounds)


def shown(taken: Round) -> Round:
    """Each round as it comes, so that one sees that it goes on."""
    many = taken.many
    of = [
        taken.new * 1000,
        taken.raw_new * 1000,
        taken.unchanged * 1000,
        taken.small,
        taken.raw_small,
        many.p50,
        many.p99,
    ]
    names = ("new", "raw", "again", "small", "raw", "many p50", "p99")
    click.echo(", ".join(f"{name} {value:.1f} ms" for name, value in zip(names, of, strict=True)), err=True)
    return taken


if __name__ == "__main__":
    main()
