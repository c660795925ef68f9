"""Checking in: what is reported of a piece of work, as of a day."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..database import Transaction
from ..ids import new_id
from ..kinds import WORK
from ..writing.effects import Effects
from ..writing.nodes import Node
from ..writing.unfit import Unfit
from ..writing.values import require_complete, stored_properties
from .gathering import Known, asked_for
from .permitting import editable
from .verbs import NodeVerb


@dataclass(frozen=True)
class CreateCheckIn(NodeVerb):
    """Records a check-in, which never changes. `holds` by the names of the record's fields. Answers its id."""

    subject: str
    holds: Mapping[str, object]
    mutation = "createCheckIn"

    @property
    def payload(self) -> object:
        return [self.subject, self.holds]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.subject])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        subject = editable(known, "node", self.subject)
        if subject.kind not in WORK:
            raise Unfit("WRONG_KIND", f"A check-in speaks of work, not of a {subject.kind}.", ("input", "subject"))
        properties = stored_properties("CheckIn", self.holds)
        require_complete("CheckIn", properties)
        held = {name: value for name, value in properties.items() if value is not None}
        effects = Effects(self.workspace, answer=(id_ := new_id("CheckIn")))
        effects.expect_revision(subject)
        effects.create_node(Node(id_, "CheckIn", subject.space, 0, {**held, "subject": subject.id}, frozenset()))
        return effects
