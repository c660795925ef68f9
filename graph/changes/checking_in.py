"""Checking in: what is reported of a piece of work, as of a day.

A check-in never changes; a correction is a new one. Which check-in corrects which is a property of each, an id:
`supersedes` of the new one, `supersededBy` of the old one. A check-in without `supersededBy` is one that holds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..database import Transaction
from ..ids import new_id
from ..kinds import WORK
from ..refusals import Refused
from ..statements import Statement
from ..writing.effects import Effects
from ..writing.nodes import Node
from ..writing.unfit import Unfit
from ..writing.values import Stored, require_complete
from .gathering import Known, asked_for
from .permitting import editable, statable
from .updating import changed_to
from .verbs import NodeVerb

LATER = Statement("graph.changes", "later", sees_all="It reads of a subject that the caller may change, yes or no.")

SUPERSEDES = ("input", "supersedes")


class Superseded(Refused):
    """The check-in was corrected already. `node` is the id of the one that corrects it."""

    code = "SUPERSEDED"
    path = SUPERSEDES

    def __init__(self, node: str) -> None:
        super().__init__(f"It was corrected already, by {node}: supersede that one.")
        self.node = node


@dataclass(frozen=True)
class CreateCheckIn(NodeVerb):
    """Records a check-in. `holds` by the names of the record's fields; `author` is the person who records it. Answers
    its id. Who records it is no part of what is stated, and so not of the payload.
    """

    subject: str
    holds: Mapping[str, object]
    supersedes: str | None
    author: str | None
    mutation = "createCheckIn"

    @property
    def payload(self) -> object:
        return [self.subject, self.holds, self.supersedes]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.subject, self.supersedes])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        subject = editable(known, "node", self.subject)
        if subject.kind not in WORK:
            raise Unfit("WRONG_KIND", f"A check-in speaks of work, not of a {subject.kind}.", ("input", "subject"))
        properties = statable(known.rights, "CheckIn", self.holds)
        require_complete("CheckIn", properties)
        beside = {"subject": subject.id, "supersedes": self.supersedes, "author": self.author}
        held = {name: value for name, value in {**properties, **beside}.items() if value is not None}
        effects = Effects(self.workspace, answer=(id_ := new_id("CheckIn")))
        effects.expect_revision(subject)
        effects.create_node(Node(id_, "CheckIn", subject.space, 0, held, frozenset()))
        if self.supersedes is not None:
            old = superseded(known, self.supersedes, subject)
            effects.change_node(old, replace(old, properties={**old.properties, "supersededBy": id_}))
        await self.report_confidence(transaction, subject, held, effects)
        return effects

    async def report_confidence(
        self, transaction: Transaction, subject: Node, held: Mapping[str, Stored], effects: Effects
    ) -> None:
        """An objective's confidence is the one that was reported last, by the days that were reported of."""
        if subject.kind != "Objective" or "confidence" not in held:
            return
        asked = LATER.given(subject=subject.id, day=held["asOf"], besides=self.supersedes)
        if await transaction.row(*asked) is None:
            changed_to(subject, {"confidence": held["confidence"]}, effects)


def superseded(known: Known, id_: str, subject: Node) -> Node:
    """The check-in that is to be corrected. Raises NotFound, Unfit, Superseded."""
    old = known.node("check-in", id_)
    if old.kind != "CheckIn":
        raise Unfit("WRONG_KIND", f"A check-in corrects a check-in, not a {old.kind}.", SUPERSEDES)
    if old.properties["subject"] != subject.id:
        raise Unfit("BAD_VALUE", "A check-in corrects one of the same work: name one of this subject.", SUPERSEDES)
    if (by := old.properties.get("supersededBy")) is not None:
        raise Superseded(str(by))
    return old
