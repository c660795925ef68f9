"""From what a client states of spaces and grants to the verbs that change them."""

from typing import Any, Protocol

from strawberry import UNSET

from graph.access.callers import Bearer
from graph.access.granting import GrantAccess, Grantee, RevokeAccess
from graph.access.joining import JoinPrincipal
from graph.access.principals import EVERYONE, Principal
from graph.access.spaces import CreateSpace, UpdateSpace
from graph.records.states import PrincipalKind, SpaceRole
from graph.writing.unfit import Unfit

from .scopes import Scope
from .viewer import Viewer


class NamedPrincipal(Protocol):
    """Whom tokens of an issuer call so."""

    issuer: str
    name: str


class StatedGrantee(Protocol):
    """One of these is given."""

    id: str | None
    subject: NamedPrincipal | None
    client: NamedPrincipal | None
    group: NamedPrincipal | None
    everyone: bool | None


def caller_of(viewer: Viewer) -> Bearer:
    return Bearer(viewer.principals, viewer.source, Scope.COST_WRITE in viewer.scopes)


def create_space(viewer: Viewer, stated: Any) -> CreateSpace:
    return CreateSpace(viewer.workspace, caller_of(viewer), given(stated, "name", "description"))


def update_space(viewer: Viewer, stated: Any) -> UpdateSpace:
    holds = given(stated, "name", "description")
    return UpdateSpace(viewer.workspace, caller_of(viewer), stated.space, holds, stated.expected_revision)


def grant_access(viewer: Viewer, stated: Any) -> GrantAccess:
    role = SpaceRole[stated.role.name]
    return GrantAccess(viewer.workspace, caller_of(viewer), stated.space, grantee_of(stated.to), role)


def revoke_access(viewer: Viewer, stated: Any) -> RevokeAccess:
    return RevokeAccess(viewer.workspace, caller_of(viewer), stated.space, grantee_of(stated.from_))


def join_principal(viewer: Viewer, stated: Any) -> JoinPrincipal:
    return JoinPrincipal(viewer.workspace, caller_of(viewer), stated.principal, stated.person)


def given(stated: Any, *names: str) -> dict[str, object]:
    """Those of the input's fields that are given; null is given, and clears. Inputs are of many types, hence `Any`."""
    return {name: value for name in names if (value := getattr(stated, name)) is not UNSET}


def grantee_of(stated: StatedGrantee) -> Grantee:
    """Whoever is meant. Raises Unfit."""
    if stated.id:
        return stated.id
    if stated.everyone is False:
        raise Unfit("BAD_VALUE", "`everyone` is said with true, or left out.")
    if stated.everyone:
        return EVERYONE
    for kind in (PrincipalKind.SUBJECT, PrincipalKind.CLIENT, PrincipalKind.GROUP):
        if named := getattr(stated, kind.name.lower()):
            return Principal(kind, named.issuer, named.name)
    raise Unfit("BAD_VALUE", "Nobody is named: give an id, a subject, a client, a group, or everyone.")
