"""What a node speaks of, and which space a new one is in: its own, its subject's, the stated one, or the workspace."""

from collections.abc import Mapping
from types import MappingProxyType

from ..kinds import KIND, WORK
from .book import Book
from .identities import Name
from .nodes import Node
from .stated import StatedNode
from .unfit import Unfit

SPEAKS_OF: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"CheckIn": ("subject",), "TimeEntry": ("subject", "person")}
)
"""The kinds that speak of other nodes, by properties that hold their ids."""

KINDS_OF: Mapping[str, tuple[str, ...]] = MappingProxyType({"subject": WORK, "person": ("Person",)})
"""Of which kinds they can be."""


def space_of(stated: StatedNode, identifier: str, subject: Node | None, book: Book) -> str | None:
    """The id of the new node's space; None for what belongs to the whole workspace."""
    if KIND[stated.kind].rank is None:
        if stated.space:
            raise Unfit(
                "BAD_VALUE", f"A {stated.kind} is in no space but its own or its subject's: leave out the space."
            )
        if stated.kind == "Space":
            return identifier
        return subject.space if subject else None
    if stated.space is None:
        raise Unfit("MISSING_PROPERTY", f"A new {stated.kind} needs the space that it is created in: state that too.")
    space = book.node(stated.space)
    if space.kind != "Space":
        raise Unfit("WRONG_KIND", f"Work is created in a Space, and this is a {space.kind}: name a space.")
    return space.id


def ends_of(stated: StatedNode, book: Book) -> dict[str, Node]:
    """What the node speaks of, by the properties that hold their ids. Raises Unfit, NotFound."""
    named = {"subject": stated.subject, "person": stated.person}
    speaks_of = SPEAKS_OF.get(stated.kind, ())
    if strays := [name for name, value in named.items() if value and name not in speaks_of]:
        raise Unfit("BAD_VALUE", f"A {stated.kind} has no {strays[0]}: leave it out.")
    return {name: end_of(stated.kind, name, named[name], book) for name in speaks_of}


def end_of(kind: str, end: str, name: Name | None, book: Book) -> Node:
    if name is None:
        raise Unfit("MISSING_PROPERTY", f"A {kind} needs its {end}: state that too.")
    node = book.node(name)
    if node.kind not in KINDS_OF[end]:
        raise Unfit("WRONG_KIND", f"The {end} of a {kind} is no {node.kind}: name a {' or '.join(KINDS_OF[end])}.")
    return node
