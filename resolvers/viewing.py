"""Who asks, as the caller is told: from the token, from what was granted, and from the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import strawberry

from graph.access.principals import Principal
from graph.access.seen import seen
from graph.records.around import Workspace
from graph.records.states import SpaceRole

from .changes import changing
from .changing import introduced
from .context import Info
from .declared import BY_ARGUMENT, Found
from .execution import answered
from .fields import declared
from .scopes import AnyToken, Scope, needed
from .viewer import Viewer


@dataclass(frozen=True)
class RoleOnSpace:
    """A space that the viewer may read."""

    id: str
    name: str
    role: SpaceRole


@dataclass(frozen=True)
class Told:
    """A viewer with what the graph knows of the workspace."""

    viewer: Viewer
    workspace: Workspace
    spaces: Sequence[RoleOnSpace]

    @property
    def own(self) -> Principal:
        """The principal that the token was made for."""
        return self.viewer.principals[0]


async def told(info: Info) -> Told:
    """Who asks. Whoever signs in for the first time is recorded."""
    changes = changing(info)
    viewer = await introduced(info.context.viewer, changes)
    found = await seen(changes.database, viewer.workspace, list(viewer.roles), changes.timeout)
    spaces = [RoleOnSpace(id_, name, viewer.roles[id_]) for id_, name in found.spaces]
    return Told(viewer, found.workspace, spaces)


def viewer_root(description: str) -> Any:
    """The root that any token may ask. `Any`, so that the class's annotation gives the type."""
    return strawberry.field(
        resolver=told, metadata={"scope": AnyToken}, directives=[needed(AnyToken)], description=description
    )


def of_viewer(tell: Any, description: str) -> Any:
    """A field that says something of who asks."""

    def resolve(root: Any) -> Any:
        return tell(root)

    return strawberry.field(resolver=resolve, description=description)


def own_person(scope: Scope, description: str) -> Any:
    """The person that the viewer is."""

    async def resolve(root: Any, info: Info) -> Any:
        person = root.viewer.person
        return await answered(info, person) if person else None

    return declared(Found(BY_ARGUMENT), description, resolve, scope)
