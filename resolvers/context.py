"""What a request carries: who asks, and through what the answers come."""

from dataclasses import dataclass, field

from graphql import GraphQLError

from graph.reading.cursors import Cursors
from loaders.statements import Statements

from .documents import Document
from .viewer import Viewer


@dataclass
class Context:
    """One request. `denied` collects what the executor's way answered with null for want of a scope."""

    viewer: Viewer
    statements: Statements
    cursors: Cursors
    document: Document | None = None
    denied: list[GraphQLError] = field(default_factory=list)
