"""`goldenthread generate`: makes up a sample at scale."""

import asyncio
from pathlib import Path

import click

from api.command.database import database_settings, opened_database
from api.command.options import data_option, reporter
from api.generating.generating import Generated, Sample, generated
from api.generating.sizes import SIZES
from api.local.progress import Advance
from api.settings import Settings, read_settings
from graph.migrations import migrate


@click.command(epilog="Example: goldenthread generate --size S")
@click.option(
    "--size", required=True, type=click.Choice(list(SIZES)), help="2,000, 20,000, 200,000 or 1,000,000 items."
)
@click.option("--seed", metavar="N", default=7, show_default=True, help="The same number makes up the same sample.")
@click.option(
    "--workspace", metavar="ID", default="generated", show_default=True, help="What the three ids begin with."
)
@data_option
def generate(size: str, seed: int, workspace: str, data: Path | None) -> None:
    """Make up a sample and load it into three new workspaces, ID-a, ID-b and ID-c (docs/sample.md).

    To see it, start the demo with GOLDENTHREAD_WORKSPACE=ID-a.
    """
    told, sample = reporter(), Sample(SIZES[size], seed, workspace)
    with (
        database_settings(read_settings(data=data), told) as settings,
        told.bar(f"Making up size {size}") as advance,
    ):
        done = asyncio.run(_generated(settings, sample, advance))
    for one in done:
        click.echo(one.line)


async def _generated(settings: Settings, sample: Sample, advance: Advance) -> list[Generated]:
    async with opened_database(settings) as database:
        await migrate(database)
        return await generated(database, sample, advance)
