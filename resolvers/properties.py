"""The words of the schema for stored properties of which name and type do not say all. Typed as Strawberry's own are,
hence `Any`.
"""

from typing import Any

import strawberry

from graph.reading.conditions import Form

from .declared import Part
from .scopes import Scope, needed


def part(after: str = "", form: Form = Form.AS_STORED) -> Any:
    """A part of a property that the store holds in parts. Its words are the record's."""
    return strawberry.field(metadata={"answer": Part(after, form)})


def guarded(scope: Scope, description: str | None = None) -> Any:
    """A stored property that only a token with a scope is told; null without it. Its words are the record's unless
    others are given.
    """
    return strawberry.field(metadata={"scope": scope}, directives=[needed(scope)], description=description)
