"""Who asks, as it is published."""

import strawberry

from graph.records import around
from resolvers.scopes import Scope
from resolvers.types import published
from resolvers.viewing import of_viewer, own_person

from .around import Person
from .scalars import SpaceRole


@published
class Workspace(around.Workspace):
    pass


@strawberry.type(description="A space that you may read, and what you may do there.")
class ViewerSpace:
    id: strawberry.ID = strawberry.field(description="The space's id.")
    name: str = strawberry.field(description="The name to show.")
    role: SpaceRole = strawberry.field(description="The best of the roles that you were granted on it.")


@strawberry.type(description="Who asks: what the token says, and what was granted.")
class Viewer:
    id: strawberry.ID | None = of_viewer(
        lambda told: told.viewer.subject, "The id of your principal; null for a program that nobody granted anything."
    )
    issuer: str | None = of_viewer(lambda told: told.own.issuer, "The identity provider that vouches for you.")
    subject: str = of_viewer(lambda told: told.own.name, "What your identity provider calls you.")
    client: str = of_viewer(lambda told: told.viewer.client, "The program that asks for you.")
    source: str | None = of_viewer(
        lambda told: told.viewer.source, "The one source that the program may write for; null where it is not bound."
    )
    scopes: list[str] = of_viewer(
        lambda told: sorted(scope.value for scope in told.viewer.scopes), "What the token may be used for."
    )
    workspace: Workspace = of_viewer(lambda told: told.workspace, "The workspace that the token is for.")
    spaces: list[ViewerSpace] = of_viewer(lambda told: told.spaces, "The spaces that you may read, by name.")
    person: Person | None = own_person(Scope.WORK_READ, "The person that you were said to be.")
