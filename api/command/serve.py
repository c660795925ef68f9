"""`goldenthread serve`: the service, on the database that the settings name."""

from pathlib import Path

import click

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
    configure_logs(given.log_format, given.log_level)
    with listening(given.host, given.port) as taken, database_settings(given, reporter()) as settings:
        require(settings, "cursor_secret", *(["audience"] if settings.issuers else []))
        serve_until_stopped(settings, taken, on_listening=_say_nothing, is_over=_never)


def _say_nothing() -> None:
    """The logs say it."""


def _never() -> bool:
    return False
