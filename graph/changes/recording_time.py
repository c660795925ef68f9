"""Recording the time that a person worked on a piece of work, and correcting it.

An entry lives in the space of its work and moves with it. Its properties `subject` and `person` are ids. It is taken
back by setting its minutes to 0: what it said before stays in its revisions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ..database import Transaction
from ..ids import new_id
from ..kinds import WORK
from ..refusals import NotFound, Refused
from ..writing.effects import Effects
from ..writing.nodes import Node
from ..writing.time_entries import StatedTime, time_entry
from ..writing.unfit import Unfit
from .gathering import Known, asked_for, sources_of
from .permitting import editable, expected, lacking, statable
from .updating import changed_to
from .verbs import NodeVerb

PERSON = ("input", "person")


class OthersForbidden(Refused):
    """The token is not meant for the time of others."""

    code = "FORBIDDEN"
    path = PERSON

    def __init__(self) -> None:
        super().__init__(
            "To record the time of another person needs the scope people:read: ask for a token that has it, or leave"
            " the person out."
        )


@dataclass(frozen=True)
class Recorder:
    """Who records time: the person that the caller is, None where that was not said; and whether the caller may know
    of the time of others.
    """

    person: str | None
    sees_others: bool

    def sees(self, person: object) -> bool:
        return self.sees_others or (self.person is not None and person == self.person)


@dataclass(frozen=True)
class RecordTime(NodeVerb):
    """Records time, by default the caller's own. `holds` by the names of the record's fields. Answers its id."""

    recorder: Recorder
    subject: str
    person: str | None
    holds: Mapping[str, object]
    mutation = "recordTime"

    @property
    def payload(self) -> object:
        return [self.subject, self.person, self.holds]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.subject, self.worker])

    @property
    def worker(self) -> str | None:
        """Who worked."""
        return self.recorder.person if self.person is None else self.person

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        subject = editable(known, "node", self.subject)
        if subject.kind not in WORK:
            raise Unfit("WRONG_KIND", f"Time is recorded of work, not of a {subject.kind}.", ("input", "subject"))
        effects = Effects(self.workspace, answer=(id_ := new_id("TimeEntry")))
        effects.expect_revision(subject)
        statable(known.rights, "TimeEntry", self.holds)
        effects.create_node(time_entry(id_, StatedTime(subject, self.person_in(known), self.holds)))
        return effects

    def person_in(self, known: Known) -> Node:
        """Raises Unfit, OthersForbidden, NotFound."""
        if self.worker is None:
            message = "You were not said to be a person: name the person, or have joinPrincipal say who you are."
            raise Unfit("MISSING_PROPERTY", message, PERSON)
        if not self.recorder.sees(self.worker):
            raise OthersForbidden
        return known.node("person", self.worker)


@dataclass(frozen=True)
class CorrectTime(NodeVerb):
    """Changes an entry. What is absent stays. Answers its id."""

    recorder: Recorder
    id: str
    holds: Mapping[str, object]
    expected_revision: int | None
    mutation = "correctTime"

    @property
    def payload(self) -> object:
        return [self.id, self.holds, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.id])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        before = known.node("time entry", self.id)
        if before.kind != "TimeEntry" or not self.recorder.sees(before.properties["person"]):
            raise NotFound("time entry", self.id)
        if not known.rights.may_edit(before.space, sources_of(before)):
            raise lacking(known.rights, "EDITOR on the space of its work", sources_of(before))
        expected(before, self.expected_revision)
        properties = statable(known.rights, "TimeEntry", self.holds)
        return changed_to(before, properties, Effects(self.workspace, answer=before.id))
