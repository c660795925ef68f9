"""The way in: who asks, and what a browser meets before it can ask."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol

from starlette.routing import BaseRoute

from api.identity.viewers import Viewers
from graph.database import Database


class Entrance(Protocol):
    """One of the ways in. The application has one, opened when it starts."""

    @property
    def routes(self) -> Sequence[BaseRoute]:
        """What it answers to itself; these go before all other routes."""
        ...

    def opened(self, database: Database) -> AbstractAsyncContextManager[Viewers]:
        """Whoever knows who asks, for as long as the application lives."""
        ...
