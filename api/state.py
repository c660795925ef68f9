"""What lives as long as the application: opened when it starts, closed when it stops, handed to each request."""

from typing import TypedDict

from api.budgets.budgets import Budgets
from api.identity.viewers import Viewers
from graph.database import Database
from graph.reading.cursors import Cursors


class State(TypedDict):
    """The lifespan's state, as Starlette hands it to each request."""

    database: Database
    viewers: Viewers
    cursors: Cursors
    budgets: Budgets
