"""`goldenthread demo`: everything on one machine, with real data to look at."""

import asyncio
from importlib.resources import as_file, files
from pathlib import Path

import click

from api.command.database import migrated, opened_database
from api.command.imports import rust_goals_imported
from api.command.options import data_option, reporter
from api.command.own import settings_for
from api.command.serving import Watch, listening, serve_until_stopped
from api.identity.issuers import Issuers
from api.local.folder import Folder, claimed, data_folder
from api.local.progress import Reporter
from api.local.server import running
from api.logs import configure_logs
from api.personas.granting import let_personas_in
from api.personas.opening import Personas, opened_personas
from api.personas.personas import NAMES
from api.settings import Settings, read_settings
from graph.writing.workspaces import create_workspace

TIMEOUT = 30.0

QUERY = """\
{
  strategies {
    totalCount
    nodes {
      title
      objectives { totalCount nodes { title status workItems { totalCount } } }
    }
  }
}"""

READY = """
Goldenthread is running.

  Open    {address}
  Token   goldenthread token --as {names}
  Data    {folder}
  Stop    Ctrl-C

A first query to paste there:

{query}
"""


@click.command(epilog="Example: goldenthread demo --port 8001 --data /tmp/goldenthread")
@click.option("--port", metavar="N", type=click.IntRange(1, 65535), help="The port to serve on; by default 8000.")
@data_option
@click.option("--no-sample", "is_empty", is_flag=True, help="Start with an empty workspace.")
def demo(port: int | None, data: Path | None, is_empty: bool) -> None:
    """Start everything on this machine: a Neo4j of its own, real sample data, GraphQL and an explorer.

    What it keeps lies in the data folder; a second start finds it there. Who asks is one of four development personas:
    a browser that opens the printed address chooses one, and `goldenthread token` prints a token of one.
    """
    given = read_settings(host="127.0.0.1", port=port, data=data)
    configure_logs(given.log_format, given.log_level if "log_level" in given.model_fields_set else "warning")
    told, folder = reporter(), data_folder(given.data)
    with (
        claimed(folder),
        listening(given.host, given.port) as taken,
        opened_personas(given, folder.path) as personas,
        running(folder, told) as server,
    ):
        settings = settings_for(personas.settings, folder, server)
        asyncio.run(_prepared(settings))
        if not (is_empty or folder.sample_loaded.exists()):
            _load_sample(settings, folder, told)
        asyncio.run(_let_in(settings))
        entrance = Issuers(personas.opened_tokens, settings.request_timeout, personas.routes)
        serve_until_stopped(settings, entrance, taken, Watch(lambda: _say_ready(personas, folder), server.has_ended))


async def _prepared(settings: Settings) -> None:
    await migrated(settings)
    async with opened_database(settings) as database:
        await create_workspace(database, id=settings.workspace, name="Demo", timeout=TIMEOUT)


async def _let_in(settings: Settings) -> None:
    async with opened_database(settings) as database:
        await let_personas_in(database, settings.workspace, settings.issuers[0])


def _load_sample(settings: Settings, folder: Folder, told: Reporter) -> None:
    with (
        as_file(files("api.imports.rust_goals") / "sample.json") as file,
        told.bar("Loading the sample: the goals of the Rust project") as advance,
    ):
        asyncio.run(rust_goals_imported(settings, file, advance))
    folder.sample_loaded.touch()


def _say_ready(personas: Personas, folder: Folder) -> None:
    names = "|".join(NAMES)
    click.echo(READY.format(address=personas.address, names=names, folder=folder.path, query=QUERY))
