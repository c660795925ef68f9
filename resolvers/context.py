"""What a request carries: who asks, and through what the answers come."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import strawberry
from graphql import GraphQLError
from graphql.execution.values import VariableValues

from graph.reading.cursors import Cursors
from graph.reading.plan import Plan
from graph.reading.positions import Position
from graph.reading.reader import Reader
from loaders.measures import Asked, Numbers

from .documents import Document
from .pricing.budget import Budget, Spent, Uncounted
from .pricing.parts import Priced
from .store import Changes
from .viewer import Viewer


class Answers(Protocol):
    """Whoever runs the statement of a plan, and those of measures, before which the workspace stood at `position`.

    Answers have the shape of the selection, hence `Any`.
    """

    async def read(self, plan: Plan, parameters: Mapping[str, Any]) -> Any: ...

    async def numbers(self, asked: Asked, reader: Reader, position: Position) -> Numbers: ...


@dataclass
class Context:
    """One request, at one instant in milliseconds since 1970.

    `changes` makes what is asked for; None where nothing can be changed. `denied` collects what the executor's way
    answered with null for want of a scope. What it can cost is in `priced`, once that is known, and what it left of the
    `budget` in `spent`. `variables` are those of the operation, once they have been read by its types.
    """

    viewer: Viewer
    statements: Answers
    cursors: Cursors
    changes: Changes | None = None
    document: Document | None = None
    variables: VariableValues | None = None
    budget: Budget = field(default_factory=Uncounted)
    priced: Priced | None = None
    spent: Spent | None = None
    now: int = field(default_factory=lambda: time.time_ns() // 1_000_000)
    denied: list[GraphQLError] = field(default_factory=list)

    @property
    def reader(self) -> Reader:
        return Reader(self.viewer.workspace, self.viewer.readable, self.viewer.rights, self.now)


Info: TypeAlias = strawberry.Info[Context, Any]
"""What Strawberry gives a resolver; the root value is of any type."""
