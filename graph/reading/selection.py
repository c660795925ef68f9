"""A selection: what is asked of the graph, as plain immutable data.

It knows neither the language of the question (GraphQL) nor that of the answer (Cypher). Equal
questions are equal values, which is how kinds that are asked alike come to be matched once.
Read it from the bottom: a page or a node holds values, and values hold further pages and nodes.
"""

from dataclasses import dataclass
from typing import TypeAlias

from ..records.keeping import ArchiveFilter
from .conditions import Filter, OnEdge, Order, Stored
from .measured import Measured
from .sifting import Apart, Sifted
from .sources import ByIds, Slot, Source

# What is told of one row: a node, the edge that led to it, or the path. Stored and OnEdge are in conditions.


@dataclass(frozen=True, slots=True)
class RelationName:
    """By which relation the edge led to the node."""


@dataclass(frozen=True, slots=True)
class ResolvedShare:
    """The edge's share, or where it has none, its part of what the child's other shares leave."""


@dataclass(frozen=True, slots=True)
class PathShare:
    """The product of the resolved shares along the path."""


@dataclass(frozen=True, slots=True)
class Distance:
    """How many steps away the node is."""


@dataclass(frozen=True, slots=True)
class Score:
    """How well the node matches what is searched for."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """The text in which the words of a search were found, or the part of it that is around them."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where in its list the row stands."""


@dataclass(frozen=True, slots=True)
class KindWord:
    """Which of several kinds the node is of, in the word that stands beside the kind."""

    words: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """Always the same text."""

    text: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """Always null."""


@dataclass(frozen=True, slots=True)
class May:
    """Whether the reader may do something with the node. `spaces` are those where it may be done."""

    spaces: Slot


@dataclass(frozen=True, slots=True)
class Permissions:
    """What the reader may do with the node, side by side. `sources` are those that the reader is bound to, if any."""

    sources: Slot
    members: tuple[tuple[str, May | Constant], ...]


@dataclass(frozen=True, slots=True)
class Object:
    """Values side by side, each under the name that the answer gives it."""

    members: "tuple[tuple[str, Value], ...]"


@dataclass(frozen=True, slots=True)
class Composed:
    """What a property is composed of that the store holds in parts; nothing where it has no value."""

    property: str
    parts: Object


@dataclass(frozen=True, slots=True)
class Variants:
    """A node of one of several groups of kinds; each group is asked something else."""

    choices: tuple[tuple[tuple[str, ...], Object], ...]


# One node, a list, a page -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class One:
    """The node found there, or nothing."""

    source: Source
    kinds: tuple[str, ...]
    value: "Value"


@dataclass(frozen=True, slots=True)
class Named:
    """The node of each id, in the order of the ids; nothing in the place of one that is not found."""

    source: ByIds
    kinds: tuple[str, ...]
    value: "Value"


@dataclass(frozen=True, slots=True)
class Many:
    """All the nodes found there: for lists that are short by nature."""

    source: Source
    kinds: tuple[str, ...]
    order: Order
    value: "Value"


@dataclass(frozen=True, slots=True)
class Rows:
    """The page's rows."""

    value: "Value"


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows there are beyond any page."""


@dataclass(frozen=True, slots=True)
class HasNext:
    """Whether rows follow the page."""


@dataclass(frozen=True, slots=True)
class HasPrevious:
    """Whether rows precede the page."""


@dataclass(frozen=True, slots=True)
class FirstCursor:
    """The cursor of the page's first row."""


@dataclass(frozen=True, slots=True)
class LastCursor:
    """The cursor of the page's last row."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is told of the page itself."""

    members: "tuple[tuple[str, PageValue], ...]"


PageValue: TypeAlias = Rows | Count | HasNext | HasPrevious | FirstCursor | LastCursor | Facts | Constant


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list of any length. A page read backwards has its order reversed already."""

    source: Source
    kinds: tuple[str, ...]
    filter: Filter
    order: Order
    limit: Slot
    after: Slot | None
    backward: bool
    members: tuple[tuple[str, PageValue], ...]
    shown: ArchiveFilter = ArchiveFilter.EXCLUDE


@dataclass(frozen=True, slots=True)
class Together:
    """Nodes by several lists of ids, one list of them beside the other."""

    named: tuple[Named, ...]


Root: TypeAlias = One | Named | Page | Sifted | Together
"""What can be asked from nothing."""


@dataclass(frozen=True, slots=True)
class NodesOnPath:
    """The nodes of a path, in order, both ends included, each told by `value`."""

    value: "Value"


@dataclass(frozen=True, slots=True)
class EdgesOnPath:
    """The edges of a path, in order, each told by `value`."""

    value: "Value"


Value: TypeAlias = (
    Stored
    | OnEdge
    | RelationName
    | ResolvedShare
    | PathShare
    | Distance
    | Score
    | Fragment
    | Cursor
    | KindWord
    | Constant
    | Nothing
    | Permissions
    | Measured
    | Object
    | Composed
    | Variants
    | One
    | Many
    | Page
    | Sifted
    | Apart
    | NodesOnPath
    | EdgesOnPath
)
