"""`goldenthread workspace`: creates workspaces."""

import asyncio
from pathlib import Path

import click

from api.command.database import database_settings, opened_database
from api.command.options import data_option, reporter
from api.settings import Settings, read_settings
from graph.writing.workspaces import create_workspace

TIMEOUT = 30.0


@click.group()
def workspace() -> None:
    """Create workspaces. A workspace is a tenant: nothing in it is seen from another."""


@workspace.command(epilog='Example: goldenthread workspace create acme --name "Acme" --time-zone Europe/Berlin')
@click.argument("id")
@click.option("--name", required=True, help="What people call it.")
@click.option("--time-zone", default="UTC", show_default=True, help="Where its days begin, as Europe/Berlin.")
@click.option("--currency", default="EUR", show_default=True, help="Of its money: the three letters of ISO 4217.")
@click.option("--fiscal-year-start", default=1, show_default=True, help="The first month of its year, 1 to 12.")
@click.option(
    "--estimate-unit", default="POINTS", show_default=True, help="What its estimates are in: POINTS or HOURS."
)
@data_option
def create(id: str, data: Path | None, **holds: str | int) -> None:
    """Create the workspace ID: 1 to 63 of a-z, 0-9 and -."""
    with database_settings(read_settings(data=data), reporter()) as settings:
        created = asyncio.run(_created(settings, id, holds))
    click.echo(f"Created the workspace {id}." if created else f"The workspace {id} was there already.")


async def _created(settings: Settings, id: str, holds: dict[str, str | int]) -> bool:
    async with opened_database(settings) as database:
        return await create_workspace(database, id=id, timeout=TIMEOUT, **holds)  # type: ignore[arg-type]
