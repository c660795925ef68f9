"""`goldenthread token`: an access token of a development persona, signed by the demo that runs."""

from pathlib import Path

import click
import httpx2

from api.command.options import data_option
from api.local.folder import data_folder
from api.personas.door import Door, announced_door
from api.personas.issuer import PATH
from api.personas.personas import NAMES
from api.settings import read_settings
from api.stop import Stop

PATIENCE = 60
"""Seconds for a demo to start."""


@click.command(epilog="Example: goldenthread token --as planner")
@click.option(
    "--as", "name", metavar="PERSONA", required=True, type=click.Choice(NAMES), help=f"One of {', '.join(NAMES)}."
)
@data_option
def token(name: str, data: Path | None) -> None:
    """Print an access token of a development persona, for one hour, as the last line.

    The demo that runs on the data folder signs it; it counts nowhere else, and no longer than that demo runs.
    """
    click.echo(_signed(announced_door(data_folder(read_settings(data=data).data).path), name))


def _signed(door: Door, name: str) -> str:
    """Whoever asks a demo that still starts waits for it."""
    headers = {"Authorization": f"Bearer {door.key}"}
    try:
        url = f"{door.origin}{PATH}/{name}/token"
        answer = httpx2.post(url, headers=headers, trust_env=False, timeout=PATIENCE)
        answer.raise_for_status()
    except httpx2.HTTPError as fault:
        raise Stop(f"The demo at {door.origin} does not answer as it should: stop it, and start it again.") from fault
    return str(answer.json()["access_token"])
