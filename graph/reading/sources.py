"""Where nodes come from, as data: by id, all of a kind, along relations, or by what one says of the other."""

from dataclasses import dataclass
from typing import TypeAlias

from ..relations import DEEPEST, Relation


@dataclass(frozen=True, slots=True)
class Slot:
    """A value that is known only when the statement runs."""

    name: str


@dataclass(frozen=True, slots=True)
class ById:
    """The node that has this id."""

    id: Slot


@dataclass(frozen=True, slots=True)
class ByIds:
    """The node that has the id whose turn it is, `i`, of these."""

    ids: Slot


@dataclass(frozen=True, slots=True)
class ByReference:
    """The node that is the thing of another tool which has this key."""

    key: Slot


@dataclass(frozen=True, slots=True)
class Every:
    """All nodes, whatever leads to them."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step along any of some relations, with them or against them."""

    relations: tuple[str, ...]
    outgoing: bool


@dataclass(frozen=True, slots=True)
class Reach:
    """Any number of the same step: each node once, at its shortest distance."""

    step: Step
    depth: int = DEEPEST


@dataclass(frozen=True, slots=True)
class Paths:
    """Any number of the same step: each path there is once, with all that lies on it."""

    step: Step
    depth: int = DEEPEST


@dataclass(frozen=True, slots=True)
class Told:
    """The nodes with `label` whose property `there` is what this node says in its property `here`.

    For what would only lengthen a node's chain of relationships, which every expansion walks.
    """

    label: str
    there: str
    here: str


@dataclass(frozen=True, slots=True)
class Below:
    """All nodes that any number of the same step leads to from the node with this id, each once."""

    id: Slot
    reach: Reach


@dataclass(frozen=True, slots=True)
class Matching:
    """The work in which these words are found, each with a score."""

    words: Slot


Pattern: TypeAlias = ById | ByIds | ByReference | Every | Step | Reach | Paths | Told | Below
Source: TypeAlias = Pattern | Matching


def outgoing(*relations: Relation) -> Step:
    return Step(tuple(relation.name for relation in relations), outgoing=True)


def incoming(*relations: Relation) -> Step:
    return Step(tuple(relation.name for relation in relations), outgoing=False)
