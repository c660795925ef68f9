"""What somebody may do, space by space: pure rules, which the reading before a change judges by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..records.states import SpaceRole

RANK = tuple(SpaceRole)
"""From the role that includes no other to the one that includes all."""


@dataclass(frozen=True)
class Rights:
    """The best role on each space, by its id. `source` is the one source that the client may write for, None where
    it is bound to none. `states_money`: the client may state amounts of money.
    """

    roles: Mapping[str, SpaceRole]
    source: str | None = None
    states_money: bool = False

    def may_read(self, space: str) -> bool:
        return space in self.roles

    def may_edit(self, space: str, sources: Iterable[str] = ()) -> bool:
        """Whether a node in this space may be changed. `sources` are those that it came from, by its identities."""
        return self.has(space, SpaceRole.EDITOR) and (self.source is None or self.source in sources)

    def may_edit_around(self, sources: Iterable[str] = ()) -> bool:
        """Whether people, teams and periods, which belong to the whole workspace, may be stated: by an editor of any
        space. `sources` are those that they came from.
        """
        came_from = tuple(sources)
        return any(self.may_edit(space, came_from) for space in self.roles)

    def may_own(self, space: str) -> bool:
        """Whether it may be said who reads and changes what is in this space. A client bound to a source never says."""
        return self.has(space, SpaceRole.OWNER) and self.source is None

    def may_own_around(self) -> bool:
        """Whether it may be said what holds for the whole workspace, as rates: by an owner of any space."""
        return any(self.may_own(space) for space in self.roles)

    def may_link(self, child: str, parent: str, sources: Iterable[str] = ()) -> bool:
        """Whether a node in one space may be linked to one in another, and its share be set.

        The child's editor may, who reads the parent. `sources` are those that the child came from.
        """
        return self.may_edit(child, sources) and self.may_read(parent)

    def may_weigh(self, child: str, parent: str, sources: Iterable[str] = ()) -> bool:
        """Whether such a link may have a weight other than 1: that says something of the parent too."""
        return self.may_link(child, parent, sources) and self.has(parent, SpaceRole.EDITOR)

    def may_move(self, space: str, to: str, sources: Iterable[str] = ()) -> bool:
        """Whether a node may be moved from one space to another: by an editor of both."""
        return self.may_edit(space, sources) and self.has(to, SpaceRole.EDITOR)

    def may_write_from(self, source: str) -> bool:
        """Whether nodes and links of this source may be stated."""
        return self.source in (None, source)

    def has(self, space: str, role: SpaceRole) -> bool:
        """Whether the role on the space is this one, or one that includes it."""
        return space in self.roles and RANK.index(self.roles[space]) >= RANK.index(role)


def best(granted: Iterable[tuple[str, str]]) -> dict[str, SpaceRole]:
    """The best role on each space, of grants as pairs of the space's id and the role's name."""
    roles: dict[str, SpaceRole] = {}
    for space, name in granted:
        roles[space] = max(roles.get(space, RANK[0]), SpaceRole[name], key=RANK.index)
    return roles
