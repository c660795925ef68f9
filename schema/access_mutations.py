"""The changes of access: each names its scope, what is stated, and what comes of it."""

from functools import partial

import strawberry

from resolvers import access as perform
from resolvers.changes import changes
from resolvers.scopes import Scope

from . import access
from .refusals import refusal

change = partial(changes, refusal=refusal)


@strawberry.type(description="What can be changed of access.")
class AccessMutation:
    create_space: access.CreateSpaceResult = change(
        Scope.ACCESS_MANAGE,
        access.CreateSpaceInput,
        perform.create_space,
        access.SpaceChanged,
        description="Creates a space, and makes you its owner.",
    )
    update_space: access.UpdateSpaceResult = change(
        Scope.ACCESS_MANAGE,
        access.UpdateSpaceInput,
        perform.update_space,
        access.SpaceChanged,
        description="Changes what a space is called. Needs the role OWNER on it.",
    )
    grant_access: access.GrantAccessResult = change(
        Scope.ACCESS_MANAGE,
        access.GrantAccessInput,
        perform.grant_access,
        access.SpaceChanged,
        description="Grants a role on a space, in place of the one that they had there. Needs the role OWNER on it.",
    )
    revoke_access: access.RevokeAccessResult = change(
        Scope.ACCESS_MANAGE,
        access.RevokeAccessInput,
        perform.revoke_access,
        access.SpaceChanged,
        description="Takes a role on a space away. Needs the role OWNER on it.",
    )
    join_principal: access.JoinPrincipalResult = change(
        Scope.ACCESS_MANAGE,
        access.JoinPrincipalInput,
        perform.join_principal,
        access.PrincipalChanged,
        description=(
            "Says which person somebody who signs in is, or that they are none. They may then do what that person may:"
            " so it needs the role OWNER on every space that the person was granted, alone or in a team."
        ),
    )
