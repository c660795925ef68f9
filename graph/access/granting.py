"""Granting roles on spaces, and taking them away."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..ids import new_edge_id
from ..records.states import SpaceRole
from ..refusals import NotFound
from ..relations import GRANTED
from ..writing.edges import Edge
from ..writing.effects import Effects
from .gathering import Asked, Known
from .principals import Principal, principal_id
from .refusals import LastOwner, NoSuchGrant, owned_space
from .rights import Rights
from .verbs import AccessVerb

Grantee = Principal | str
"""A principal, known or not, or the id of a person, a team or a principal."""


@dataclass(frozen=True)
class GrantAccess(AccessVerb):
    """Gives a grantee a role on a space, in place of the one it had there. Answers the space's id."""

    space: str
    grantee: Grantee
    role: SpaceRole
    mutation = "grantAccess"

    @property
    def payload(self) -> object:
        return [self.space, self.grantee, self.role]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for(self.workspace, self.space, self.grantee)

    def judge(self, known: Known, rights: Rights) -> Effects:
        effects = Effects(self.workspace, answer=self.space)
        space = owned_space(rights, self.space, known.space)
        grantee = id_of(self.grantee, known, effects)
        old = grant_of(grantee, known)
        if old and old.holds["role"] == self.role.name:
            return effects
        if old and self.role is not SpaceRole.OWNER:
            require_another_owner(old, known)
        new = Edge(new_edge_id(), grantee, GRANTED.name, space.id, None, {"role": self.role.name})
        effects.open_edge(new, old)
        return effects


@dataclass(frozen=True)
class RevokeAccess(AccessVerb):
    """Takes away the role that a grantee has on a space. Answers the space's id."""

    space: str
    grantee: Grantee
    mutation = "revokeAccess"

    @property
    def payload(self) -> object:
        return [self.space, self.grantee]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for(self.workspace, self.space, self.grantee)

    def judge(self, known: Known, rights: Rights) -> Effects:
        effects = Effects(self.workspace, answer=self.space)
        owned_space(rights, self.space, known.space)
        grantee = known.principal if isinstance(self.grantee, Principal) else id_of(self.grantee, known, effects)
        old = grant_of(grantee, known)
        if old is None:
            raise NoSuchGrant
        require_another_owner(old, known)
        effects.close_edge(old)
        return effects


def asked_for(workspace: str, space: str, grantee: Grantee) -> Mapping[str, object]:
    if isinstance(grantee, Principal):
        return Asked(space=space, principal=grantee.key(workspace)).row
    return Asked(space=space, node=grantee).row


def id_of(grantee: Grantee, known: Known, effects: Effects) -> str:
    if isinstance(grantee, Principal):
        return principal_id(grantee, known.principal, effects)
    if known.node is None:
        raise NotFound("person, team or principal", grantee)
    return known.node


def grant_of(grantee: str | None, known: Known) -> Edge | None:
    return next((grant for grant in known.grants if grant.child == grantee), None)


def require_another_owner(grant: Edge, known: Known) -> None:
    """Raises LastOwner where this grant is the only one of an owner."""
    owners = [each for each in known.grants if each.holds["role"] == SpaceRole.OWNER.name]
    if owners == [grant]:
        raise LastOwner
