"""Adding labels to a piece of work, and taking them away, beside whatever others do to its labels at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..database import Transaction
from ..writing.effects import Effects
from ..writing.unfit import Unfit
from .gathering import Known, asked_for
from .permitting import editable, expected, statable
from .updating import changed_to
from .verbs import NodeVerb


@dataclass(frozen=True)
class SetLabels(NodeVerb):
    """Adds labels, after those that there are, and removes others. Answers the id.

    The revision that it was judged by must still hold when it is written, so no label of a rival is lost.
    """

    id: str
    add: Sequence[str]
    remove: Sequence[str]
    expected_revision: int | None
    mutation = "setLabels"

    @property
    def payload(self) -> object:
        return [self.id, list(self.add), list(self.remove), self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        before = expected(editable(known, "node", self.id), self.expected_revision)
        labels = before.properties.get("labels")
        if not isinstance(labels, list):
            raise Unfit("WRONG_KIND", f"Work has labels, and this is a {before.kind}.", ("input", "id"))
        if both := set(self.add) & set(self.remove):
            raise Unfit("BAD_VALUE", f"{min(both)!r} is both added and removed: do one of them.", ("input", "remove"))
        kept = [label for label in labels if label not in self.remove]
        added = [label for label in dict.fromkeys(self.add) if label not in kept]
        properties = statable(known.rights, before.kind, {"labels": [*kept, *added]})
        return changed_to(before, properties, Effects(self.workspace, answer=before.id))
