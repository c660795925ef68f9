"""Spaces and grants: what is stated of them, and what comes of it."""

from datetime import datetime
from typing import Annotated

import strawberry
from strawberry import UNSET

from resolvers.changes import changed_node, moved, of_change
from resolvers.changing import Done
from resolvers.done import applied, at_of
from resolvers.scopes import Scope

from .around import Principal, Space
from .effects import ChangeEffects
from .refusals import (
    IdempotencyKeyReused,
    InvalidInput,
    LastOwnerKept,
    NotFound,
    NotGranted,
    NotPermitted,
    StaleRevision,
)
from .scalars import MovingMeasure, SpaceRole

# What is stated


@strawberry.input(description="A space that is to be.")
class CreateSpaceInput:
    name: str = strawberry.field(description="The name to show, in one line.")
    description: str | None = strawberry.field(default=None, description="What is in it, and for whom.")


@strawberry.input(description="What a space is to be called. What is absent stays, null clears.")
class UpdateSpaceInput:
    space: strawberry.ID = strawberry.field(description="Which space.")
    name: str | None = strawberry.field(default=UNSET, description="The name to show, in one line.")
    description: str | None = strawberry.field(default=UNSET, description="What is in it, and for whom.")
    expected_revision: int | None = strawberry.field(
        default=None, description="The revision that you have read: refused where it has been changed since."
    )


@strawberry.input(description="Whom an issuer's tokens call so.")
class PrincipalInput:
    issuer: str = strawberry.field(description="The identity provider, as tokens name it in `iss`.")
    name: str = strawberry.field(description="The subject, client or group, as tokens name it.")


@strawberry.input(one_of=True, description="Whom a role is granted: one of these.")
class GranteeInput:
    id: strawberry.ID | None = strawberry.field(default=UNSET, description="A person, a team or a principal.")
    subject: PrincipalInput | None = strawberry.field(default=UNSET, description="Somebody who signs in.")
    client: PrincipalInput | None = strawberry.field(default=UNSET, description="A program that acts for itself.")
    group: PrincipalInput | None = strawberry.field(default=UNSET, description="A group that tokens name.")
    everyone: bool | None = strawberry.field(default=UNSET, description="true: whoever has a token for the workspace.")


@strawberry.input(description="A role that is to be granted, in place of the one that they had on the space.")
class GrantAccessInput:
    space: strawberry.ID = strawberry.field(description="On which space.")
    to: GranteeInput = strawberry.field(description="To whom.")
    role: SpaceRole = strawberry.field(description="What they may do there.")


@strawberry.input(description="A role that is to be taken away.")
class RevokeAccessInput:
    space: strawberry.ID = strawberry.field(description="On which space.")
    from_: GranteeInput = strawberry.field(name="from", description="From whom.")


@strawberry.input(description="Who a principal is.")
class JoinPrincipalInput:
    principal: strawberry.ID = strawberry.field(description="Which principal.")
    person: strawberry.ID | None = strawberry.field(description="The person that it is; null for none.")


# What comes of it


@strawberry.type(description="A change that was written.")
class AppliedChange:
    at: datetime = of_change(at_of, "The instant of the change.")


@strawberry.interface(description="A change that was made, or, as a dry run, would be.")
class Changed:
    done: strawberry.Private[Done]

    effects: ChangeEffects | None = moved(
        MovingMeasure,
        Scope.WORK_READ,
        "The numbers that it moves, of the work that it touches and of all above; null where it had been made before.",
    )
    change: AppliedChange | None = of_change(applied, "When it was made; null for a dry run.")
    dry_run: bool = of_change(lambda done: done.is_rehearsal, "Whether nothing was written, as was asked for.")
    replayed: bool = of_change(
        lambda done: done.answer.replayed, "Whether it had been made before under the same idempotency key."
    )


@strawberry.type(description="A space was created or changed, or who may do what in it.")
class SpaceChanged(Changed):
    space: Space | None = changed_node(Scope.WORK_READ, "The space, as it is then.")


@strawberry.type(description="It was said who a principal is.")
class PrincipalChanged(Changed):
    principal: Principal | None = changed_node(Scope.ACCESS_MANAGE, "The principal, as it is then.")


CreateSpaceResult = Annotated[
    SpaceChanged | InvalidInput | IdempotencyKeyReused,
    strawberry.union("CreateSpaceResult", description="What comes of `createSpace`."),
]
UpdateSpaceResult = Annotated[
    SpaceChanged | NotFound | NotPermitted | InvalidInput | StaleRevision | IdempotencyKeyReused,
    strawberry.union("UpdateSpaceResult", description="What comes of `updateSpace`."),
]
GrantAccessResult = Annotated[
    SpaceChanged | NotFound | NotPermitted | InvalidInput | LastOwnerKept | IdempotencyKeyReused,
    strawberry.union("GrantAccessResult", description="What comes of `grantAccess`."),
]
RevokeAccessResult = Annotated[
    SpaceChanged | NotFound | NotPermitted | InvalidInput | NotGranted | LastOwnerKept | IdempotencyKeyReused,
    strawberry.union("RevokeAccessResult", description="What comes of `revokeAccess`."),
]
JoinPrincipalResult = Annotated[
    PrincipalChanged | NotFound | NotPermitted | InvalidInput | IdempotencyKeyReused,
    strawberry.union("JoinPrincipalResult", description="What comes of `joinPrincipal`."),
]
