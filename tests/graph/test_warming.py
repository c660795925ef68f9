"""Planning the statements of changes before writers come."""

from pathlib import Path
from typing import Any

import graph.access
import graph.changes
import graph.writing
from api.local.address import LocalServer
from graph.warming import STATEMENTS, warm
from tests.fixtures.questions import with_database

EVERYTHING = "MATCH (n) RETURN count(n) + sum(n.seq)"
NOT_OF_A_CHANGE = {
    *("graph.writing.workspace", "graph.access.seen", "graph.access.all_seen"),
    *("graph.changes.above", "graph.changes.in_progress"),
}
"""Creating a workspace is no change in one: nobody waits for it. The others are read for what a viewer is told."""


def test_every_statement_that_a_change_runs_is_planned() -> None:
    files = {
        f"{package.__name__}.{file.stem}"
        for package in (graph.access, graph.changes, graph.writing)
        for file in Path(package.__path__[0]).glob("*.cypher")
    }

    planned = {f"{statement.package}.{statement.name}" for statement in STATEMENTS}

    assert planned == files - NOT_OF_A_CHANGE


def test_nothing_is_written(neo4j: LocalServer) -> None:
    def everything() -> Any:
        return with_database(neo4j, lambda database: database.value(EVERYTHING, {}, timeout=30))

    before = everything()
    with_database(neo4j, lambda database: warm(database, timeout=120))

    assert everything() == before
