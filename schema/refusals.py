"""Why a change is not made, as it is published: each reason is a member of the interface, and of results' unions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import strawberry

from graph.access.refusals import LastOwner, MoneyForbidden, NoSuchGrant
from graph.changes.checking_in import Superseded
from graph.changes.recording_time import OthersForbidden
from graph.changes.updating import NoTransition
from graph.refusals import NotFound as Absent
from graph.refusals import NotPermitted as Forbidden
from graph.refusals import Refused
from graph.refusals import StaleRevision as Stale
from graph.relations import MILLIONTHS
from graph.writing.answers import KeyReused
from graph.writing.rings import RingClosed
from graph.writing.shares import TooMuchShare
from resolvers.changes import current_node
from resolvers.refusing import allowed_of, code_of, members, of_refusal, where_all_is_seen
from resolvers.scopes import Scope

from .around import Node
from .scalars import LifecycleStatus


@strawberry.interface(description="Why a change is not made. Nothing of it was written.")
class Refusal:
    refused: strawberry.Private[Refused]

    code: str = of_refusal(lambda refused: refused.code, "The reason, for programs; `docs` lists all of them.")
    message: str = of_refusal(str, "The reason, for people, with what to do.")
    path: list[str] = of_refusal(
        lambda refused: refused.path, "The argument that it is about, from the field on; empty where it is about none."
    )
    hint: str = of_refusal(lambda refused: code_of(refused).way_out, "The usual way out.")
    docs: str = of_refusal(lambda refused: code_of(refused).docs, "Where the server tells of this reason.")


@strawberry.type(description="There is no such thing, or none that you may see.")
class NotFound(Refusal):
    pass


@strawberry.type(description="You may see it, and not change it.")
class NotPermitted(Refusal):
    pass


@strawberry.type(description="Something that was stated cannot be taken.")
class InvalidInput(Refusal):
    pass


@strawberry.type(description="Somebody has changed it since the revision that you expect.")
class StaleRevision(Refusal):
    current: Node | None = current_node(Scope.WORK_READ, "What it is now.")


@strawberry.type(description="The idempotency key was used for another change.")
class IdempotencyKeyReused(Refusal):
    pass


@strawberry.type(description="A space would be left without an owner.")
class LastOwnerKept(Refusal):
    pass


@strawberry.type(description="No role on the space was granted to them.")
class NotGranted(Refusal):
    pass


@strawberry.type(description="The link would close a ring.")
class CycleRefused(Refusal):
    ring: list[strawberry.ID] | None = where_all_is_seen(
        lambda refused: refused.ring,
        lambda refused: refused.ring,
        "The nodes of the ring, from the child on, each linked to the next and the last to the first; null unless you"
        " may see all of them.",
    )


@strawberry.type(description="The shares of one child would sum to more than 1.")
class ShareSumExceeded(Refusal):
    sum: float | None = where_all_is_seen(
        lambda refused: refused.parents,
        lambda refused: refused.total / MILLIONTHS,
        "What they would sum to; null unless you may see all that the child counts towards.",
    )


@strawberry.type(description="The check-in was corrected already.")
class AlreadySuperseded(Refusal):
    current: Node | None = current_node(Scope.WORK_READ, "The check-in that corrects it.")


@strawberry.type(description="This status may not follow the one that there is.")
class TransitionRefused(Refusal):
    allowed: list[LifecycleStatus] = of_refusal(allowed_of, "What may follow it.")


PUBLISHED: Mapping[type[Refused], Any] = MappingProxyType(
    {
        Absent: NotFound,
        Forbidden: NotPermitted,
        MoneyForbidden: NotPermitted,
        OthersForbidden: NotPermitted,
        KeyReused: IdempotencyKeyReused,
        LastOwner: LastOwnerKept,
        NoSuchGrant: NotGranted,
        Stale: StaleRevision,
        RingClosed: CycleRefused,
        TooMuchShare: ShareSumExceeded,
        NoTransition: TransitionRefused,
        Superseded: AlreadySuperseded,
    }
)
"""What each reason is published as; all others are about what was stated."""

refusal = members(PUBLISHED, otherwise=InvalidInput)
