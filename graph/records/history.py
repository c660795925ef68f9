"""What was changed, and by whom: of one node, and in the whole workspace."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .keeping import ChangeKind
from .words import holds


@dataclass(kw_only=True)
class PropertyChange:
    """One property of a node, before a change and after it. Values are of many types, as in answers: hence `Any`."""

    property: str = holds("Its name, as the field that shows it has it.")
    from_: Any = field(metadata={"meaning": "Its value before; null where it had none. Money is not told."})
    to: Any = field(metadata={"meaning": "Its value after; null where it was cleared. Money is not told."})


@dataclass(kw_only=True)
class Revision:
    """One change of what a node holds. `by` is the id of a person; it is published as that."""

    revision: int = holds("The revision that it led to, from 1.")
    change: ChangeKind = holds("What sort of change it was.")
    at: datetime = holds("When it was made.")
    by: str | None = field(metadata={"meaning": "Who made it; null where whoever did was not said to be a person."})
    client: str = holds("The program through which it was made.")
    changes: list[PropertyChange] = field(metadata={"meaning": "What it changed, property by property."})


@dataclass(kw_only=True)
class Numbered:
    """A revision in its list."""

    cursor: str
    node: Revision


@dataclass(kw_only=True)
class Ends:
    """Where a page of revisions begins and ends, and whether there are more."""

    has_next_page: bool
    has_previous_page: bool
    start_cursor: str | None
    end_cursor: str | None


@dataclass(kw_only=True)
class History:
    """One page of the revisions of a node, the latest first."""

    edges: list[Numbered]
    nodes: list[Revision]
    page_info: Ends
    total_count: int


@dataclass(kw_only=True)
class Change:
    """One entry of the workspace's feed: of a node, or of an edge between two. Nodes are named by their ids."""

    cursor: str
    kind: ChangeKind
    at: datetime
    by: str | None
    client: str
    node: str | None
    revision: int | None
    properties: list[str]
    relation: str | None
    child: str | None
    parent: str | None
    share: float | None
    weight: float | None
