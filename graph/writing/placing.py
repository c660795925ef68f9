"""Which space a new node is in: its own, its subject's, the one that was stated, or none but the workspace."""

from ..kinds import KIND, WORK
from .book import Book
from .nodes import Node
from .stated import StatedNode
from .unfit import Unfit


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


def subject_of(stated: StatedNode, book: Book) -> Node | None:
    """The work that a check-in speaks of; None for other kinds."""
    if stated.kind != "CheckIn":
        if stated.subject:
            raise Unfit("BAD_VALUE", f"Only a check-in has a subject: leave it out of this {stated.kind}.")
        return None
    if stated.subject is None:
        raise Unfit("MISSING_PROPERTY", "A check-in needs its subject: state the work that it speaks of.")
    subject = book.node(stated.subject)
    if subject.kind not in WORK:
        raise Unfit("WRONG_KIND", f"A check-in speaks of work, and its subject is a {subject.kind}: name work.")
    return subject
