"""Lets whoever has a token for the workspace read all of its spaces."""

import asyncio

from graph.access.callers import Operator
from graph.access.granting import GrantAccess
from graph.access.principals import EVERYONE
from graph.database import opened
from graph.migrations import migrate
from graph.records.states import SpaceRole
from graph.writing.actors import Actor
from graph.writing.changing import Request, changed

from .scene import Scene

TIMEOUT = 30.0


def admit(scene: Scene) -> None:
    """To do it twice changes nothing. A sample that was loaded by an earlier version is brought up to this one."""
    asyncio.run(_admitted(scene))


async def _admitted(scene: Scene) -> None:
    workspace, *spaces = scene.readable
    async with opened(scene.uri, scene.user, scene.password, scene.database) as database:
        await migrate(database)
        for space in spaces:
            verb = GrantAccess(workspace, Operator(), space, EVERYONE, SpaceRole.READER)
            await changed(database, Request(workspace, Actor("bench"), None), verb, TIMEOUT)
