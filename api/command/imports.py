"""`goldenthread import`: brings in what lies in a file."""

import asyncio
from pathlib import Path

import click

from api.command.database import database_settings, opened_database
from api.command.options import data_option, reporter
from api.imports.rust_goals.importing import import_rust_goals
from api.imports.rust_goals.report import Report
from api.local.progress import Advance
from api.settings import Settings, read_settings


@click.group("import")
def import_() -> None:
    """Bring in what lies in a file. To bring it in twice changes nothing."""


@import_.command(epilog="Example: goldenthread import rust-goals goals.json --workspace demo")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--workspace", metavar="ID", help="Where to; by default GOLDENTHREAD_WORKSPACE, else demo.")
@data_option
def rust_goals(file: Path, workspace: str | None, data: Path | None) -> None:
    """Import the goals of the Rust project from FILE, and report what became of each part."""
    told = reporter()
    with (
        database_settings(read_settings(workspace=workspace, data=data), told) as settings,
        told.bar(f"Importing {file.name}") as advance,
    ):
        report = asyncio.run(rust_goals_imported(settings, file, advance))
    click.echo("\n".join(report.lines()))


async def rust_goals_imported(settings: Settings, file: Path, advance: Advance) -> Report:
    """What became of the file in the settings' workspace."""
    async with opened_database(settings) as database:
        return await import_rust_goals(database, settings.workspace, file, advance)
