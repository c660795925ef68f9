"""`goldenthread serve`: the service, on the database that the settings name."""

from pathlib import Path

import click

from api.app import entrance_of
from api.command.database import database_settings
from api.command.options import data_option, reporter
from api.command.serving import listening, serve_until_stopped
from api.logs import configure_logs
from api.settings import read_settings, require


@click.command(
    epilog="Example: GOLDENTHREAD_NEO4J_URI=neo4j://db:7687 GOLDENTHREAD_SECRETS=/run/secrets goldenthread serve"
)
@data_option
def serve(data: Path | None) -> None:
    """Serve GraphQL over HTTP, by the settings (docs/settings.md). Ctrl-C or SIGTERM stops it in order."""
    given = read_settings(data=data)
    require(given, "issuers", "audience")
    configure_logs(given.log_format, given.log_level)
    with listening(given.host, given.port) as taken, database_settings(given, reporter()) as settings:
        require(settings, "cursor_secret")
        serve_until_stopped(settings, entrance_of(settings), taken)
