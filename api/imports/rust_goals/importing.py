"""The import of the Rust project's goals: reads the file, states what is in it, and tells what became of that."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from graph.database import Database
from graph.writing.actors import Actor

from ..report import Report
from ..stating import Origin, import_pieces
from .identities import SOURCE
from .mapping import pieces
from .source import read

ACTOR = Actor("import rust-goals")


async def import_rust_goals(
    database: Database, workspace: str, path: Path, progress: Callable[[int, int], None]
) -> Report:
    """Imports the file into the workspace with that id. Importing it again changes nothing but what it says anew.

    `progress` is told how many of how many nodes and links are written. Raises `NotTheGoals` for another file.
    """
    found = pieces(await asyncio.to_thread(read, path))
    origin = Origin(f"The Rust project's goals, from {path}", SOURCE, ACTOR)
    return await import_pieces(database, workspace, origin, found, progress)
