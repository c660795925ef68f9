"""Changing the settings of a workspace."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import orjson

from ..database import Transaction
from ..records.around import Workspace
from ..refusals import StaleRevision
from ..statements import Statement
from ..writing.effects import Effects
from ..writing.workspaces import stored_settings, workspace_of
from .gathering import Known, asked_for
from .permitting import require_owning_around
from .verbs import NodeVerb

SETTINGS = Statement("graph.changes", "settings")


@dataclass(frozen=True)
class UpdateWorkspace(NodeVerb):
    """Changes settings. An absent one keeps its value, None clears it. Answers the workspace; `workspace_in` reads it.

    `holds` by the names of the record's fields.
    """

    holds: Mapping[str, object]
    expected_revision: int | None
    mutation = "updateWorkspace"
    in_turn = True

    @property
    def payload(self) -> object:
        return [self.holds, self.expected_revision]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        require_owning_around(known.rights)
        row: Any = await transaction.row(*SETTINGS.given(ws=self.workspace))
        held, stated = row[0], stored_settings(self.holds)
        revision = held.get("revision", 1)
        if self.expected_revision not in (None, revision):
            raise StaleRevision(self.workspace, revision)
        changes = {name: value for name, value in stated.items() if held.get(name) != value}
        effects = Effects(self.workspace)
        if changes:
            revision += 1
            effects.configure_workspace(changes, revision)
        effects.answer = text_of(workspace_of({**held, **changes, "revision": revision}))
        return effects


def text_of(workspace: Workspace) -> str:
    """In one text, as it is recorded under the key."""
    return f"{workspace.id}\n{orjson.dumps(workspace).decode()}"


def workspace_in(text: str) -> Workspace:
    """What is recorded so."""
    return Workspace(**orjson.loads(text.partition("\n")[2]))
