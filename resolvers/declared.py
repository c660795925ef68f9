"""How a published field is answered: the words that the schema declares it with.

A declaration is a piece of a selection, kept with the field. What a field does not say, its name
and type do: a field without a declaration is a stored property; a relation to `Optional[T]` is one
node, to `list[T]` all of them, to a connection a page.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeAlias

from graphql import GraphQLField, GraphQLInputField, GraphQLNamedType

from graph.measures.measure import Measure
from graph.reading.conditions import Form, Key, Order
from graph.reading.permitting import Allowed
from graph.reading.selection import (
    Count,
    Cursor,
    Distance,
    FirstCursor,
    Fragment,
    HasNext,
    HasPrevious,
    LastCursor,
    PathShare,
    RelationName,
    ResolvedShare,
    Score,
)
from graph.reading.sources import ById, ByIds, ByReference, Every, Matching, Reach, Slot, Source, Step, Told

from .number_tests import NumberTested, RecordTested
from .scopes import Scope

OLDEST_FIRST: Order = (Key("createdAt"), Key("id"))
NEAREST_FIRST: Order = (Key("distance"), Key("id"))
BEST_FIRST: Order = (Key("score", descending=True), Key("id", descending=True))
AS_FOUND: Order = ()


@dataclass(frozen=True)
class Found:
    """Nodes found from the root or from the node above."""

    source: Source
    order: Order = OLDEST_FIRST


@dataclass(frozen=True)
class Part:
    """A part of a composed property, which the store holds under the property's name and what comes `after` it."""

    after: str = ""
    form: Form = Form.AS_STORED


@dataclass(frozen=True)
class KindEnum:
    """The node's kind, as a value of the enum of kinds."""


@dataclass(frozen=True)
class EdgeProperty:
    """A property of the edge; its name is the field's."""

    form: Form = Form.AS_STORED


@dataclass(frozen=True)
class EdgeEnd:
    """The node that the edge led to."""


@dataclass(frozen=True)
class PageRows:
    """The rows of the page."""


@dataclass(frozen=True)
class PageFacts:
    """Facts of the page itself."""


@dataclass(frozen=True)
class PathNodes:
    """All nodes of a path."""


@dataclass(frozen=True)
class PathEdges:
    """All edges of a path."""


@dataclass(frozen=True)
class MeasuredBy:
    """A number of the node. The measure is a frozen dataclass: its fields are the arguments of the published field, by
    their names, and `explained`, how many contributions to the number are asked for.
    """

    measure: type[Measure]


@dataclass(frozen=True)
class NodesNamed:
    """In a number: the node, or the nodes, whose ids its record holds under the field's name."""


@dataclass(frozen=True)
class Explained:
    """In a number: what it is made of, as its record holds it."""


@dataclass(frozen=True)
class Moved:
    """In the answer of a change: the numbers that it moves."""


@dataclass(frozen=True)
class ViewerCan:
    """What the viewer may do with the node."""


@dataclass(frozen=True)
class Permitted:
    """One thing that the viewer may do: by what is granted, and, of a token, by its scope."""

    allowed: Allowed
    scope: Scope


Leaf: TypeAlias = (
    RelationName
    | ResolvedShare
    | PathShare
    | Distance
    | Score
    | Fragment
    | Cursor
    | Count
    | HasNext
    | HasPrevious
    | FirstCursor
    | LastCursor
)
Answer: TypeAlias = (
    Found
    | Part
    | KindEnum
    | EdgeProperty
    | EdgeEnd
    | PageRows
    | PageFacts
    | PathNodes
    | PathEdges
    | MeasuredBy
    | NodesNamed
    | Explained
    | Moved
    | ViewerCan
    | Permitted
    | Leaf
)


@dataclass(frozen=True)
class Tested:
    """In a filter: a property of the node."""


@dataclass(frozen=True)
class EdgeTested:
    """In a filter: a property of the edge that led to the node."""


@dataclass(frozen=True)
class KindTested:
    """In a filter: the kind of the node."""


class Quantifier(Enum):
    """In a filter: how many of the nodes that are found must pass."""

    SOME = "some"
    EVERY = "every"
    NONE = "none"


@dataclass(frozen=True)
class Reached:
    """In a filter: `{some: …}`, `{every: …}` or `{none: …}` of the nodes found from here."""

    source: Step | Reach | Told
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class ReachedOne:
    """In a filter: the one node found from here passes."""

    source: Step | Told
    kinds: tuple[str, ...]


@dataclass(frozen=True)
class Under:
    """In a filter: the id of a node that is found from here."""

    source: Reach


Test: TypeAlias = Tested | EdgeTested | KindTested | Reached | ReachedOne | Under | NumberTested | RecordTested

BY_ARGUMENT = ById(Slot("id"))
"""By the field's argument `id`; without one, by the id that the object above holds."""

BY_ARGUMENTS = ByIds(Slot("ids"))
"""By the field's argument `ids`, one after the other."""

BY_REFERENCE = ByReference(Slot("reference"))
"""By what the node is called in another tool."""

EVERY = Every()

BY_WORDS = Matching(Slot("text"))
"""By the words of the field's argument `text`."""

AtRoot: TypeAlias = ById | ByIds | ByReference | Every | Matching
"""Where the nodes come from that can be asked for from nothing."""


def source_of(thing: Any) -> Any:
    """The Strawberry definition behind something of graphql-core; both are untyped there, hence `Any`."""
    return thing.extensions.get("strawberry-definition")


def answer_of(published: GraphQLField | GraphQLInputField) -> Any:
    """How the field was declared: an `Answer`, a `Test` or None. `Any`, so that a match can tell them apart."""
    definition = source_of(published)
    return definition and definition.metadata.get("answer")


def fields_of(type_: GraphQLNamedType) -> dict[str, GraphQLField]:
    return getattr(type_, "fields", {})
