"""Imports whose lines come through the API: begun by a caller, and filled part by part."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from ..access.callers import Bearer
from ..database import Stale, Transaction
from ..refusals import NotFound, NotPermitted
from ..statements import Statement
from ..writing.actors import Actor
from ..writing.effects import Effects
from ..writing.texts import one_line
from ..writing.unfit import Unfit
from .job import JobState, new_job_id

GATHER = Statement("graph.jobs", "gather", sees_all="It finds an import by its id; the judge looks whose it is.")
START = Statement("graph.jobs", "start", sees_all="It records an import, and reads nothing.")
ADD = Statement("graph.jobs", "add", sees_all="It adds to an import of which the judge knows whose it is.")


class WrongPart(Unfit):
    """The part cannot be the next one."""

    def __init__(self, message: str) -> None:
        super().__init__("WRONG_PART", message, ("input", "part"))


def owner_key(caller: Bearer, workspace: str) -> str:
    """Whose an import is: nobody else reads it or adds to it."""
    return caller.principals[0].key(workspace)


@dataclass(frozen=True)
class StartImport:
    """Begins an import of a source, by whoever may state it. Answers its id."""

    workspace: str
    caller: Bearer
    actor: Actor
    source: str
    name: str | None
    gather = GATHER
    mutation = "startImport"
    in_turn = False

    @property
    def payload(self) -> object:
        return [self.source, self.name]

    @property
    def asked(self) -> Mapping[str, object]:
        return {"job": None, "part": None}

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """Nothing of the graph changes. `Any`, as rows come in any shape that Cypher can return."""
        one_line("source", self.source)
        if self.name is not None:
            one_line("name", self.name)
        rights = await self.caller.rights(transaction, self.workspace)
        if not rights.may_write_from(self.source):
            raise NotPermitted(f"This client may state only what comes from {rights.source!r}: name that source.")
        job = {
            "id": new_job_id(),
            "ws": self.workspace,
            "source": self.source,
            "name": self.name,
            "by": owner_key(self.caller, self.workspace),
            "client": self.actor.client,
            "subject": self.actor.subject,
            "bound": self.caller.source,
            "principals": orjson.dumps(
                [[each.kind.name, each.issuer, each.name] for each in self.caller.principals]
            ).decode(),
        }
        await transaction.row(*START.given(job=job))
        return Effects(self.workspace, answer=str(job["id"]))


@dataclass(frozen=True)
class AddToImport:
    """Adds lines to an import that the caller began; after the last ones it waits for its turn. Answers its id."""

    workspace: str
    caller: Bearer
    job: str
    part: int
    lines: str
    is_last: bool
    gather = GATHER
    mutation = "addToImport"
    in_turn = False

    @property
    def hash(self) -> str:
        return hashlib.sha256(f"{self.is_last} {self.lines}".encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def payload(self) -> object:
        return [self.job, self.part, self.hash]

    @property
    def asked(self) -> Mapping[str, object]:
        return {"job": self.job, "part": self.part}

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """Nothing of the graph changes. `Any`, as rows come in any shape that Cypher can return."""
        job, hash_ = gathered
        if job is None or job.get("by") != owner_key(self.caller, self.workspace):
            raise NotFound("import", self.job)
        if hash_ is None:
            await self._add(transaction, job)
        elif hash_ != self.hash:
            raise WrongPart(f"Part {self.part} was added already with other lines: go on with {job['parts'] + 1}.")
        return Effects(self.workspace, answer=self.job)

    async def _add(self, transaction: Transaction, job: Mapping[str, Any]) -> None:
        """`Any`, as properties are of any type that Cypher has."""
        if job["state"] != JobState.OPEN.name:
            raise WrongPart("The last part of this import was added: begin another one for more lines.")
        if self.part != job["parts"] + 1:
            raise WrongPart(f"The next part is {job['parts'] + 1}: parts are added in their order.")
        part = {
            "job": self.job,
            "number": self.part,
            "text": storable_lines(self.lines),
            "lines": lines_in(self.lines),
            "hash": self.hash,
        }
        if await transaction.row(*ADD.given(part=part, last=self.is_last)) is None:
            raise Stale


def lines_in(text: str) -> int:
    """How many lines a text has; the last one may end without a line break."""
    return text.count("\n") + (not text.endswith("\n") and text != "")


def storable_lines(text: str) -> str:
    """Raises Unfit for what is no text that can be stored."""
    try:
        text.encode()
    except UnicodeEncodeError as fault:
        raise Unfit("BAD_VALUE", "lines contain half of a surrogate pair: send whole characters.") from fault
    return text
