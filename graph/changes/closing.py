"""Closing an objective: where it stands in the end, what came of it, and what was learned."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..database import Transaction
from ..records.states import ClosingStatus, LifecycleStatus
from ..writing.effects import Effects
from ..writing.unfit import Unfit
from .gathering import Known, asked_for
from .permitting import editable, expected, statable
from .updating import changed_to, require_transition
from .verbs import NodeVerb


@dataclass(frozen=True)
class CloseObjective(NodeVerb):
    """Closes an objective, by the table of transitions; one that is closed already may be judged anew. Answers its id.

    `holds` by the names of the record's fields: what came of it. It becomes one revision with the status.
    """

    id: str
    status: ClosingStatus
    holds: Mapping[str, object]
    expected_revision: int | None
    mutation = "closeObjective"

    @property
    def payload(self) -> object:
        return [self.id, self.status, self.holds, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        before = expected(editable(known, "objective", self.id), self.expected_revision)
        if before.kind != "Objective":
            raise Unfit("WRONG_KIND", f"An objective is closed, not a {before.kind}: set its status.", ("input", "id"))
        status = LifecycleStatus[self.status.name]
        require_transition(before, status)
        properties = statable(known.rights, "Objective", {**self.holds, "status": status})
        return changed_to(before, properties, Effects(self.workspace, answer=before.id))
