"""`goldenthread migrate`: brings the database up to this version."""

import asyncio
from pathlib import Path

import click

from api.command.database import database_settings, migrated
from api.command.options import data_option, reporter
from api.settings import read_settings


@click.command(epilog="Example: GOLDENTHREAD_NEO4J_URI=neo4j://db:7687 goldenthread migrate")
@data_option
def migrate(data: Path | None) -> None:
    """Bring the database up to this version: constraints, indexes, steps. To do it twice does no harm."""
    with database_settings(read_settings(data=data), reporter()) as settings:
        for name in asyncio.run(migrated(settings)):
            click.echo(f"Taken: {name}")
    click.echo("The database is up to date.")
