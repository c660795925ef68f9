"""What several commands share: the option that names the data folder, and how they tell of long work."""

from pathlib import Path

import click
from rich.console import Console

from api.local.progress import Reporter

data_option = click.option(
    "--data",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="The data folder; by default GOLDENTHREAD_DATA, else one in the user's data directory.",
)


def reporter() -> Reporter:
    """Tells of long work on the standard error, so that the standard output holds answers alone."""
    return Reporter(Console(stderr=True))
