"""Time entries as nodes: new ones, and those that a tool states again under the identity that it knows them by."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ..ids import new_id
from ..records.states import ReferenceRole
from .effects import Effects
from .identities import Identity
from .nodes import Node
from .references import Reference
from .stated import Outcome
from .unfit import Unfit
from .values import require_complete, stored_properties


@dataclass(frozen=True)
class StatedTime:
    """Of which work, by whom, and what else. `holds` by the names of the record's fields."""

    subject: Node
    person: Node
    holds: Mapping[str, object]


def time_entry(identifier: str, stated: StatedTime, identity: Identity | None = None) -> Node:
    """A new entry. Raises Unfit."""
    if stated.person.kind != "Person":
        raise Unfit("WRONG_KIND", f"Time is worked by a person, not by a {stated.person.kind}.", ("input", "person"))
    properties = stored_properties("TimeEntry", stated.holds)
    require_complete("TimeEntry", properties)
    held = {name: value for name, value in properties.items() if value is not None}
    own = frozenset({Reference(ReferenceRole.IDENTITY, identity)} if identity else ())
    ends = {"subject": stated.subject.id, "person": stated.person.id}
    return Node(identifier, "TimeEntry", stated.subject.space, 0, {**held, **ends}, own)


def merge_time(before: Node | None, identity: Identity, stated: StatedTime, effects: Effects) -> tuple[str, Outcome]:
    """Makes the entry of this identity as its source has it, `before` being what there is of it: its id, and whether it
    was created, updated, or unchanged already. Raises Unfit. What the caller may do is judged before.
    """
    if before is None:
        node = time_entry(new_id("TimeEntry"), stated, identity)
        effects.create_node(node)
        return node.id, Outcome.CREATED
    if before.kind != "TimeEntry":
        raise Unfit("WRONG_KIND", f"This identity is a {before.kind}'s: state time under another identity.")
    if before.properties["subject"] != stated.subject.id:
        raise Unfit("IMMUTABLE", "Time stays with its work: set these minutes to 0, and state time of the other work.")
    kept = time_entry(before.id, stated, identity).properties
    cleared = {name for name, value in stated.holds.items() if value is None}
    held = {name: value for name, value in before.properties.items() if name not in cleared}
    after = replace(before, properties={**held, **kept})
    if after == before:
        return before.id, Outcome.UNCHANGED
    effects.change_node(before, after)
    return before.id, Outcome.UPDATED
