"""What an import states of nodes and links, in the words of its source, and what became of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..records.words import Described
from .identities import Identity, Name


@dataclass(frozen=True)
class StatedReference:
    """Something in another tool that a node is related to: a reference of role LINK."""

    source: str
    external_type: str
    external_id: str
    url: str | None = None


@dataclass(frozen=True)
class StatedNode:
    """A node as its source has it.

    `properties` go by the names of the record's fields: one that is absent keeps its value, None clears it.
    `space` is where work is created; what exists stays where it is, for moving is a change of its own.
    `subject` is the work that a check-in or a time entry speaks of, `person` who worked. `references` are all that
    this source states: those that it stated before and no longer states are removed; None keeps them. By `key` the
    same upsert may name the node.
    """

    identity: Identity
    kind: str
    properties: Mapping[str, object]
    space: Name | None = None
    subject: Name | None = None
    person: Name | None = None
    references: tuple[StatedReference, ...] | None = None
    key: str | None = None


@dataclass(frozen=True)
class StatedLink:
    """An edge as its source has it. `properties` are those that the relation holds; a share or weight is a number.

    Of an edge that is there, one that is absent stays, and None clears it.
    """

    child: Name
    relation: str
    parent: Name
    properties: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Upsert:
    """Nodes and links in any order. The links of one child stand in one upsert, all that the source states of it:
    links of that child that it stated before and no longer states are closed. `bare` are children of which it states
    none.
    """

    source: str
    nodes: tuple[StatedNode, ...] = ()
    links: tuple[StatedLink, ...] = ()
    bare: tuple[Name, ...] = ()


class Outcome(Described):
    """What became of one item."""

    CREATED = "CREATED", "It was not there, and is now."
    UPDATED = "UPDATED", "It is now as it was stated."
    UNCHANGED = "UNCHANGED", "It was so already; nothing was written."
    REFUSED = "REFUSED", "It cannot be taken so; nothing of it was written."


@dataclass(frozen=True)
class Result:
    """What became of one item: the id of its node or edge, or why it was refused."""

    outcome: Outcome
    id: str | None = None
    code: str | None = None
    message: str | None = None


@dataclass(frozen=True)
class Upserted:
    """The results, in the order of what was stated; how many links were closed; the feed's last entry and the instant.

    `replayed`: the change had been made before under the same key, and this is what came of it then.
    """

    nodes: tuple[Result, ...]
    links: tuple[Result, ...]
    closed: int
    seq: int
    at: int
    replayed: bool = field(compare=False)
