"""Planning the writing statements before writers come."""

from pathlib import Path

import graph.writing
from graph.writing.warming import STATEMENTS, warm
from tests.graph.writing.store import Store, a_space

EVERYTHING = "MATCH (n) RETURN count(n), sum(n.seq)"
ONCE_A_TENANT = {"workspace"}
"""Creating a workspace is no change in one: nobody waits for it."""


def test_every_statement_of_the_path_is_planned_and_nothing_is_written(store: Store) -> None:
    store.taken(a_space())
    before = store.rows(EVERYTHING)

    store.run(warm(store.database, timeout=60))

    (folder,) = graph.writing.__path__
    files = {file.stem for file in Path(folder).glob("*.cypher")}
    assert {statement.name for statement in STATEMENTS} == files - ONCE_A_TENANT
    assert store.rows(EVERYTHING) == before
