"""A new time entry as a node."""

from collections.abc import Mapping
from dataclasses import dataclass

from .nodes import Node
from .unfit import Unfit
from .values import require_complete, stored_properties


@dataclass(frozen=True)
class StatedTime:
    """Of which work, by whom, and what else. `holds` by the names of the record's fields."""

    subject: Node
    person: Node
    holds: Mapping[str, object]


def time_entry(identifier: str, stated: StatedTime) -> Node:
    """A new entry. Raises Unfit."""
    if stated.person.kind != "Person":
        raise Unfit("WRONG_KIND", f"Time is worked by a person, not by a {stated.person.kind}.", ("input", "person"))
    properties = stored_properties("TimeEntry", stated.holds)
    require_complete("TimeEntry", properties)
    held = {name: value for name, value in properties.items() if value is not None}
    ends = {"subject": stated.subject.id, "person": stated.person.id}
    return Node(identifier, "TimeEntry", stated.subject.space, 0, {**held, **ends}, frozenset())
