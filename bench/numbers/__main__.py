"""`python -m bench.numbers`: what numbers take, as a table."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from api.stop import Stop

from ..load.exchange import Failed
from ..machine import load_average
from ..preparing import prepared
from ..systems.issuer import issuing
from ..tables import table
from .asking import driver, server
from .rows import Asked, Row, rows

KEPT = 100_000
"""Numbers that the server remembers which is asked again."""


@click.command(epilog="Example: python -m bench.numbers --size M")
@click.option("--size", default="M", show_default=True, type=click.Choice(["S", "M", "L", "XL"]))
@click.option("--uri", metavar="BOLT", help="A Neo4j that holds the sample; by default one of our own is started.")
@click.option("--data", type=click.Path(path_type=Path), help="The folder of our own; by default in the user's cache.")
@click.option("--rounds", metavar="N", default=10, show_default=True, type=click.IntRange(2))
def main(size: str, uri: str | None, data: Path | None, rounds: int) -> None:
    """Measure numbers of work beside the statement that they rest on. Targets are those of size L."""
    before = load_average()
    try:
        with ExitStack() as stack:
            scene = stack.enter_context(issuing(stack.enter_context(prepared(size, uri, data))))
            logs = Path(stack.enter_context(TemporaryDirectory(prefix="bench-")))
            anew, remembering = (stack.enter_context(server(scene, logs, kept)) for kept in (0, KEPT))
            asked = Asked(scene, stack.enter_context(driver(scene)), anew, remembering, rounds)
            told = [shown(row) for row in measured(asked)]
    except (Stop, Failed) as fault:
        raise click.ClickException(str(fault)) from fault
    click.echo(f"Size {size}, {rounds} rounds, load of the machine {before} before and {load_average()} after.\n")
    click.echo("\n".join(table(("", "median", "target", "besides"), told)))


def measured(asked: Asked) -> list[Row]:
    found = []
    for row in rows(asked):
        click.echo(row.title, err=True)  # as they come, so that one sees that it goes on
        found.append(row)
    return found


def shown(row: Row) -> list[str]:
    """In bold what misses its target, with what half of the values lie between."""
    middle = f"{row.figure.middle:.2f}"
    median = f"**{middle}**" if row.is_missed else middle
    spread = f"{row.figure.low:.2f} to {row.figure.high:.2f}"
    return [row.title, f"{median} ({spread})", f"{row.limit:g} {row.unit}", row.besides]


if __name__ == "__main__":
    main()
