"""What a request carries: who asks, and through what the answers come."""

from dataclasses import dataclass

from graph.reading.cursors import Cursors
from loaders.statements import Statements

from .documents import Document
from .viewer import Viewer


@dataclass
class Context:
    """One request."""

    viewer: Viewer
    statements: Statements
    cursors: Cursors
    document: Document | None = None
