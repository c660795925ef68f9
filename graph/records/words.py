"""How a record says what it holds, and what all nodes hold."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, NewType, Self

Id = NewType("Id", str)
"""A kind's prefix and a time-ordered unique part, as `obj_01J9ZQ4V8K…`; opaque to clients."""


def holds(meaning: str, *, least: int | None = None, most: int | None = None) -> Any:
    """A property, with the words that describe it wherever it is published, and, of a number, the range that it has.

    `Any`, as `dataclasses.field` is: the annotation beside it gives the type.
    """
    return field(metadata={"meaning": meaning, "least": least, "most": most})


@dataclass(kw_only=True)
class Node:
    """Whatever has a global id."""

    id: Id = holds("Opaque and global; its prefix tells the kind.")


class Described(Enum):
    """A closed list whose members say what they mean; each is stored and published by its name."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        member = object.__new__(cls)
        member._value_ = value
        member.meaning = meaning
        return member
