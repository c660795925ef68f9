"""A piece of a statement: one value in both languages, and how pieces are put side by side."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from ..relations import MILLIONTHS
from . import rendering
from .conditions import Form, OnEdge, Stored
from .rendering import Python, as_it_is

PUBLISHED: Mapping[Form, str] = MappingProxyType(
    {
        Form.AS_STORED: "{it}",
        Form.INSTANT: "toString(datetime({{epochMillis: {it}}}))",
        Form.DATE: "toString({it})",
        Form.MILLIONTHS: f"{{it}} / {MILLIONTHS}.0",
        Form.DECIMAL: "{it}",
    }
)
"""Times travel as text: temporal values cost the driver four times as much, and are text in the answer."""


class Piece(NamedTuple):
    """What Cypher matches first (`clauses`) and returns (`value`), and what Python makes of that."""

    value: str
    python: Python = as_it_is
    clauses: str = ""


def stored(value: Stored | OnEdge, owner: str) -> Piece:
    held = f"{owner}.{value.property}"
    told = PUBLISHED[value.form].format(it=held)
    if value.form is Form.DECIMAL:
        return Piece(told, rendering.decimal)
    if value.required:
        return Piece(told, rendering.never_null(value.property))
    # Of all forms, only an instant cannot be made of a value that is not there.
    return Piece(f"CASE WHEN {held} IS NOT NULL THEN {told} END" if value.form is Form.INSTANT else told)


def listed_together(pieces: Sequence[Piece]) -> Piece:
    """A list in both languages."""
    values = ", ".join(piece.value for piece in pieces)
    python = rendering.list_of([piece.python for piece in pieces])
    return Piece(f"[{values}]", python, "".join(piece.clauses for piece in pieces))


def side_by_side(members: Iterable[tuple[str, Piece]]) -> Piece:
    """A list in Cypher, an object in the answer. What is constant takes no place in the list."""
    pieces = list(members)
    returned = [piece for _, piece in pieces if piece.value]
    place = {id(piece): i for i, piece in enumerate(returned)}

    def at(piece: Piece) -> Python:
        return (lambda v: piece.python(f"{v}[{place[id(piece)]}]")) if piece.value else piece.python

    python = rendering.object_of([(key, at(piece)) for key, piece in pieces])
    values = ", ".join(piece.value for piece in returned)
    return Piece(f"[{values}]", python, "".join(piece.clauses for piece in returned))
