"""Where changes are made, and who must hear of them."""

from collections.abc import Callable
from dataclasses import dataclass

from graph.database import Database


@dataclass(frozen=True)
class Changes:
    """Where changes are made. `timeout` of one in seconds; `access_changed` is called after each, for whoever
    remembers what was granted.
    """

    database: Database
    timeout: float
    access_changed: Callable[[], None]
