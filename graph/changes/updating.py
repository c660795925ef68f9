"""Changing what one piece of work holds, and where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..database import Transaction
from ..records.states import ClosingStatus, LifecycleStatus
from ..records.transitions import TRANSITIONS
from ..refusals import Refused
from ..writing.effects import Effects
from ..writing.nodes import Node
from ..writing.stating import whole
from ..writing.unfit import Unfit
from ..writing.values import Stored
from .gathering import Known, asked_for
from .permitting import editable, expected, statable
from .verbs import NodeVerb

OF_THE_END = ("outcome", "score")
"""What is said of an objective that is closed, and no longer holds where it is open again. What was learned stays."""


class NoTransition(Refused):
    """The status may not follow the one that there is. `allowed` are those that may."""

    code = "NO_TRANSITION"
    path = ("input", "status")

    def __init__(self, now: str, wanted: LifecycleStatus, allowed: Sequence[LifecycleStatus]) -> None:
        names = ", ".join(status.name for status in allowed)
        super().__init__(f"{wanted.name} may not follow {now}: set one of {names}.")
        self.allowed = allowed


@dataclass(frozen=True)
class UpdateNode(NodeVerb):
    """Changes properties. An absent one keeps its value, None clears it. Answers the id.

    `mutation` is the name under which it is asked for; `holds` by the names of the record's fields.
    """

    mutation: str
    kind: str
    id: str
    holds: Mapping[str, object]
    expected_revision: int | None

    @property
    def payload(self) -> object:
        return [self.id, self.holds, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        before = expected(editable(known, "node", self.id), self.expected_revision)
        if self.kind != before.kind:
            raise Unfit("WRONG_KIND", f"This is a {before.kind}: change it as that.", ("input", "id"))
        effects = Effects(self.workspace, answer=before.id)
        return changed_to(before, statable(known.rights, before.kind, self.holds), effects)


@dataclass(frozen=True)
class SetStatus(NodeVerb):
    """Sets the status of planned work, by the table of transitions. Answers the id."""

    id: str
    status: LifecycleStatus
    expected_revision: int | None
    mutation = "setStatus"

    @property
    def payload(self) -> object:
        return [self.id, self.status, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        before = expected(editable(known, "node", self.id), self.expected_revision)
        if "status" not in before.properties:
            raise Unfit("WRONG_KIND", f"A {before.kind} has no status: set its flow state.", ("input", "id"))
        require_transition(before, self.status)
        reopened = dict.fromkeys(OF_THE_END) if self.status.name not in ClosingStatus.__members__ else {}
        properties: dict[str, Stored] = {**reopened, "status": self.status.name}
        return changed_to(before, properties, Effects(self.workspace, answer=before.id))


def require_transition(before: Node, status: LifecycleStatus) -> None:
    """Raises NoTransition where a person may not set this status after the node's."""
    now = LifecycleStatus[str(before.properties["status"])]
    if status is not now and status not in TRANSITIONS[now]:
        raise NoTransition(now.name, status, TRANSITIONS[now])


def changed_to(before: Node, properties: Mapping[str, Stored], effects: Effects) -> Effects:
    """The effects, with a further revision of the node where these properties differ from its own."""
    held = whole(before.kind, {**before.properties, **properties}, {})
    after = Node(before.id, before.kind, before.space, before.revision, held, before.references)
    if after != before:
        effects.change_node(before, after)
    return effects
