"""Who asks, for what a token may be used, and behind which borders that viewer may look."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.access.principals import Principal
from graph.access.rights import Rights
from graph.records.states import SpaceRole

from .scopes import Scope


@dataclass(frozen=True)
class Viewer:
    """One subject in one workspace. `roles` are those on the spaces that were granted, by their ids.

    `subject` is the id of the viewer's own principal, None where nothing of it was ever kept; `client` the program
    that asks; `source` the one source that the client may write for, None where it is bound to none. `principals` are
    all that the token proves, the viewer's own first; `person` is the id of the person that the viewer is.
    """

    workspace: str
    subject: str | None
    client: str
    scopes: frozenset[Scope]
    roles: Mapping[str, SpaceRole]
    source: str | None = None
    principals: tuple[Principal, ...] = ()
    person: str | None = None

    @cached_property
    def readable(self) -> list[str]:
        """The borders: the workspace's own, behind which people, teams and periods lie, and those of its spaces."""
        return [self.workspace, *self.roles]

    @property
    def rights(self) -> Rights:
        """What the viewer may do, space by space."""
        return Rights(self.roles, self.source)
