"""Setting what an hour of work costs: for all persons of a role, or for a team, from a day on.

A rate is a node of its own for each role, or team, and day from which it holds: a new one leaves untouched what holds
before its day. It belongs to the workspace. Its properties are `role` or `team` (an id), `perHour` in millionths,
`perHourCurrency`, `startsOn`, and a `key` of the first two and the day, under which there is one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..database import Transaction
from ..ids import new_id
from ..statements import Statement
from ..writing.effects import Effects
from ..writing.gathering import node_from
from ..writing.identities import key_of
from ..writing.nodes import Node
from ..writing.texts import one_line
from ..writing.unfit import Unfit
from ..writing.values import require_complete
from .gathering import Known, asked_for
from .permitting import require_owning_around, statable
from .updating import changed_to
from .verbs import NodeVerb

RATE = Statement("graph.changes", "rate", sees_all="A rate is no one's but the workspace's, and found by its key.")

TEAM = ("input", "team")


@dataclass(frozen=True)
class SetCostRate(NodeVerb):
    """Sets a rate, or corrects the one that begins on the same day. `holds` by the names of the record's fields, and
    the role, unless it is a team's. Answers the rate's id.
    """

    team: str | None
    holds: Mapping[str, object]
    mutation = "setCostRate"
    in_turn = True

    @property
    def payload(self) -> object:
        return [self.team, self.holds]

    @property
    def asked(self) -> Mapping[str, object]:
        return asked_for([self.team])

    async def judge(self, transaction: Transaction, known: Known) -> Effects:
        require_owning_around(known.rights)
        properties = statable(known.rights, "CostRate", self.holds)
        require_complete("CostRate", properties)
        whose = ("team", self.team_in(known)) if self.team else ("role", one_line("role", self.holds.get("role")))
        key = key_of(self.workspace, *whose, str(properties["startsOn"]))
        found: Any = await transaction.row(*RATE.given(key=key))
        if found:
            before = node_from(found[0], found[1], ())
            return changed_to(before, properties, Effects(self.workspace, answer=before.id))
        effects = Effects(self.workspace, answer=(id_ := new_id("CostRate")))
        held = {name: value for name, value in properties.items() if value is not None}
        effects.create_node(
            Node(id_, "CostRate", self.workspace, 0, {**held, "key": key, whose[0]: whose[1]}, frozenset())
        )
        return effects

    def team_in(self, known: Known) -> str:
        team = known.node("team", self.team or "")
        if team.kind != "Team":
            raise Unfit("WRONG_KIND", f"A rate is a role's or a team's, not a {team.kind}'s.", TEAM)
        return team.id
