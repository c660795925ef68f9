"""What the personas may do in the spaces of the demo: granted where nobody of theirs was granted anything yet."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from api.personas.personas import PERSONAS
from graph.access.callers import Operator
from graph.access.granting import GrantAccess
from graph.access.principals import Principal
from graph.database import Database
from graph.records.states import PrincipalKind, SpaceRole
from graph.statements import Statement
from graph.writing.actors import Actor
from graph.writing.changing import Request, changed

UNGRANTED = Statement("api.personas", "ungranted", sees_all="The demo's own start prepares all of its spaces.")

ROLES: Mapping[str, SpaceRole] = MappingProxyType(
    {
        "analyst": SpaceRole.READER,
        "planner": SpaceRole.OWNER,
        "executive": SpaceRole.READER,
        "partner": SpaceRole.EDITOR,
    }
)
"""What each may do in every space, by name."""

TIMEOUT = 30.0


async def let_personas_in(database: Database, workspace: str, issuer: str) -> None:
    """Grants the roles. A second time it changes nothing, and what was taken away stays so."""
    spaces = await database.value(*UNGRANTED.given(ws=workspace, issuer=issuer), timeout=TIMEOUT)
    for space in spaces:
        for grantee, role in roles(issuer):
            verb = GrantAccess(workspace, Operator(), space, grantee, role)
            await changed(database, Request(workspace, Actor("demo"), None), verb, TIMEOUT)


def roles(issuer: str) -> Iterator[tuple[Principal, SpaceRole]]:
    """People by their groups, a program by its name."""
    for persona in PERSONAS:
        for group in persona.groups:
            yield Principal(PrincipalKind.GROUP, issuer, group), ROLES[persona.name]
        if persona.client == persona.name:
            yield Principal(PrincipalKind.CLIENT, issuer, persona.client), ROLES[persona.name]
