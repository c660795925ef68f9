"""`goldenthread space` and `goldenthread grant`: the first spaces of a workspace, and who may do what in them."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import click

from api.command.database import database_settings, opened_database
from api.command.options import data_option, reporter
from api.settings import Settings, read_settings
from graph.access.callers import Operator
from graph.access.granting import GrantAccess, Grantee
from graph.access.principals import EVERYONE, Principal
from graph.access.spaces import CreateSpace
from graph.database import Database
from graph.records.states import PrincipalKind, SpaceRole
from graph.writing.actors import Actor
from graph.writing.changing import Request, Verb, changed

TIMEOUT = 30.0

ROLES = tuple(role.name for role in SpaceRole)

workspace_option = click.option(
    "--workspace", metavar="ID", help="Of which workspace; by default GOLDENTHREAD_WORKSPACE, else demo."
)


@click.group()
def space() -> None:
    """Create spaces. A space is a border of access: who may read it may read the work in it."""


@space.command(epilog="Example: goldenthread space create Research --workspace acme")
@click.argument("name")
@workspace_option
@click.option("--description", help="What is in it, and for whom.")
@data_option
def create(name: str, workspace: str | None, description: str | None, data: Path | None) -> None:
    """Create a space called NAME, which nobody may read yet. Prints its id as the last line."""
    given = read_settings(workspace=workspace, data=data)
    holds = {"name": name, "description": description}
    click.echo(_changed(given, CreateSpace(given.workspace, Operator(), holds)))


@click.command(
    epilog="Example: goldenthread grant OWNER --space spc_01J9ZQ4V8K0000000000000000 --workspace acme "
    "--issuer https://id.example.org --group planners"
)
@click.argument("role", type=click.Choice(ROLES))
@click.option("--space", "space_id", metavar="ID", required=True, help="On which space.")
@workspace_option
@click.option("--issuer", metavar="URL", help="Whose tokens name the group, subject or client: what they have in iss.")
@click.option("--group", metavar="NAME", help="To a group that tokens name.")
@click.option("--subject", metavar="NAME", help="To somebody who signs in, by what tokens have in sub.")
@click.option("--client", metavar="NAME", help="To a program that acts for itself, by its client_id.")
@click.option("--everyone", is_flag=True, help="To whoever has a token for the workspace.")
@data_option
def grant(
    role: str, space_id: str, workspace: str | None, issuer: str | None, everyone: bool, data: Path | None, **named: str
) -> None:
    """Grant a ROLE on a space: READER, EDITOR or OWNER, in place of the role that they had there."""
    given = read_settings(workspace=workspace, data=data)
    grantee = _grantee(issuer, {name: value for name, value in named.items() if value}, everyone=everyone)
    _changed(given, GrantAccess(given.workspace, Operator(), space_id, grantee, SpaceRole[role]))
    click.echo(f"Granted {role}.")


def _grantee(issuer: str | None, named: dict[str, str], *, everyone: bool) -> Grantee:
    if len(named) + everyone != 1:
        raise click.UsageError("Say to whom: one of --group, --subject, --client and --everyone.")
    if everyone:
        return EVERYONE
    if not issuer:
        raise click.UsageError("Say whose tokens name them: --issuer URL.")
    [(kind, name)] = named.items()
    return Principal(PrincipalKind[kind.upper()], issuer, name)


def _changed(given: Settings, verb: Verb) -> str:
    """What the change answers."""

    async def work(database: Database) -> str:
        request = Request(given.workspace, Actor("goldenthread"), None)
        return (await changed(database, request, verb, TIMEOUT)).text

    with database_settings(given, reporter()) as settings:
        return asyncio.run(_with_database(settings, work))


async def _with_database(settings: Settings, work: Callable[[Database], Awaitable[str]]) -> str:
    async with opened_database(settings) as database:
        return await work(database)
