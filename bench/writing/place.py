"""Where it is written: a workspace of its own, made anew, with a space that everyone may edit and a project in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from rich.console import Console

from api.local.folder import data_folder
from api.local.progress import Reporter
from api.local.server import running
from api.settings import read_settings
from graph.access.callers import Operator
from graph.access.granting import GrantAccess
from graph.access.principals import EVERYONE
from graph.access.spaces import CreateSpace
from graph.database import Database, opened
from graph.migrations import migrate
from graph.records.states import SpaceRole
from graph.writing.actors import Actor
from graph.writing.changing import Request, changed
from graph.writing.identities import Identity
from graph.writing.stated import StatedNode, Upsert
from graph.writing.upserting import upserted
from graph.writing.workspaces import create_workspace

from ..scene import Scene

TIMEOUT = 60.0
ACTOR = Actor("bench")
SOURCE = "bench"


@dataclass(frozen=True)
class Place:
    """A workspace, and the ids of its space and of its project."""

    workspace: str
    space: str
    project: str


@contextmanager
def a_server(uri: str | None) -> Iterator[Scene]:
    """A Neo4j of our own that holds nothing, for as long as the context lasts; or the one at `uri`, by the settings."""
    if uri:
        given = read_settings(neo4j_uri=uri)
        yield Scene(uri, given.neo4j_user, given.neo4j_password.get_secret_value(), given.neo4j_database, "", "")
        return
    with (
        TemporaryDirectory(prefix="bench-writing-") as folder,
        running(data_folder(Path(folder)), Reporter(Console(stderr=True))) as server,
    ):
        yield Scene(server.uri, server.user, server.password, "neo4j", "", "")


async def made(scene: Scene, name: str) -> Place:
    """A new workspace."""
    workspace = f"{name}-{uuid4().hex[:8]}"
    async with opened(scene.uri, scene.user, scene.password, scene.database) as database:
        await migrate(database)
        await create_workspace(database, id=workspace, name=name, timeout=TIMEOUT)
        space = await space_in(database, workspace)
        done = await upserted(database, workspace, ACTOR, Upsert(SOURCE, (a_project(space),), ()), timeout=TIMEOUT)
    return Place(workspace, space, str(done.nodes[0].id))


async def space_in(database: Database, workspace: str) -> str:
    request = Request(workspace, ACTOR, None)
    space = await changed(database, request, CreateSpace(workspace, Operator(), {"name": "Bench"}), TIMEOUT)
    await changed(
        database, request, GrantAccess(workspace, Operator(), space.text, EVERYONE, SpaceRole.EDITOR), TIMEOUT
    )
    return space.text


def a_project(space: str) -> StatedNode:
    stated = {"title": "Bench", "status": "ACTIVE"}
    return StatedNode(Identity(SOURCE, "project", "bench"), "Project", stated, space=space)
