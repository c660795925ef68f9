"""`goldenthread import`: brings in what lies in a file."""

import asyncio
from dataclasses import asdict
from pathlib import Path

import click

from api.command.database import database_settings, opened_database
from api.command.options import data_option, reporter
from api.imports.items.importing import Items
from api.imports.keps.importing import import_keps
from api.imports.quarantine import beside, quarantine
from api.imports.report import Report
from api.imports.rust_goals.importing import import_rust_goals
from api.local.progress import Advance
from api.settings import Settings, read_settings
from graph.jobs.job import Counts

file_argument = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
workspace_option = click.option(
    "--workspace", metavar="ID", help="Where to; by default GOLDENTHREAD_WORKSPACE, else demo."
)


@click.group("import")
def import_() -> None:
    """Bring in what lies in a file. To bring it in twice changes nothing."""


@import_.command(epilog="Example: goldenthread import items items.jsonl --workspace demo")
@file_argument
@workspace_option
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and write nothing.")
@data_option
def items(file: Path, workspace: str | None, dry_run: bool, data: Path | None) -> None:
    """Import work from FILE: JSON, an item a line, as docs/partners.md tells.

    Where it was stopped, the same command goes on. Lines that are refused are written to a file beside it.
    """
    told = reporter()
    with (
        database_settings(read_settings(workspace=workspace, data=data), told) as settings,
        told.bar(f"Importing {file.name}") as advance,
    ):
        lines = asyncio.run(items_rehearsed(settings, file) if dry_run else items_imported(settings, file, advance))
    click.echo("\n".join(lines))


async def items_imported(settings: Settings, file: Path, advance: Advance) -> list[str]:
    """What to say of an import that was made."""
    async with opened_database(settings) as database:
        found = Items(database, settings.workspace, file)
        job = await found.imported(advance)
        await found.quarantined(job)
    return [f"Imported {file} as {job.id}: {said(job.counts)}.", *where_refused(file)]


async def items_rehearsed(settings: Settings, file: Path) -> list[str]:
    """What to say of one that was not."""
    async with opened_database(settings) as database:
        rehearsal = await Items(database, settings.workspace, file).rehearsed()
    refused = [f"line {row.line}: {row.code} {row.message}" for row in rehearsal.rows]
    return [f"Nothing was written. {file} would come to: {said(rehearsal.counts)}.", *refused]


def where_refused(file: Path) -> list[str]:
    """Where all is told of that could not be taken, where there is such."""
    return [f"What was refused: {beside(file)}"] if beside(file).exists() else []


def said(counts: Counts) -> str:
    return ", ".join(f"{count} {outcome}" for outcome, count in asdict(counts).items())


@import_.command(epilog="Example: goldenthread import keps keps.json --workspace demo")
@file_argument
@workspace_option
@data_option
def keps(file: Path, workspace: str | None, data: Path | None) -> None:
    """Import the Kubernetes enhancement proposals from FILE, and report what became of each part.

    What could not be taken is written to a file beside it.
    """
    told = reporter()
    with (
        database_settings(read_settings(workspace=workspace, data=data), told) as settings,
        told.bar(f"Importing {file.name}") as advance,
    ):
        report = asyncio.run(keps_imported(settings, file, advance))
    with quarantine(file) as put:
        for row in report.kept_out():
            put(row)
    click.echo("\n".join((*report.lines(), *where_refused(file))))


async def keps_imported(settings: Settings, file: Path, advance: Advance) -> Report:
    """What became of the file in the settings' workspace."""
    async with opened_database(settings) as database:
        return await import_keps(database, settings.workspace, file, advance)


@import_.command(epilog="Example: goldenthread import rust-goals goals.json --workspace demo")
@file_argument
@workspace_option
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
