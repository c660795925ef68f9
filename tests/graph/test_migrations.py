"""Bringing a database up to the code: whatever it has already, and whoever else is at it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from api.local.address import LocalServer
from graph.database import Database, Transaction, opened
from graph.migrations import migrate, migrating
from graph.migrations.migrating import STEPS, NewerDatabase
from graph.orders import index_statements
from graph.relations import RELATIONS

CONSTRAINTS = (
    "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties RETURN name, type, labelsOrTypes, properties"
)
INDEXES = "SHOW INDEXES YIELD name, state, labelsOrTypes, properties RETURN name, state, labelsOrTypes, properties"

Run = Callable[[Callable[[Database], Awaitable[Any]]], Any]


@pytest.fixture
def run(neo4j: LocalServer) -> Iterator[Run]:
    """Gives work the open database; afterwards the database is as the code wants it, whatever the work did."""

    def running(work: Callable[[Database], Awaitable[Any]]) -> Any:
        async def opening() -> Any:
            async with opened(neo4j.uri, neo4j.user, neo4j.password, "neo4j") as database:
                return await work(database)

        return asyncio.run(opening())

    yield running
    running(migrate)


async def shape(database: Database) -> tuple[list[Any], list[Any]]:
    """The constraints and indexes, in the order of their names."""
    rows = [await database.rows(text, {}, timeout=30) for text in (CONSTRAINTS, INDEXES)]
    return sorted(rows[0]), sorted(rows[1])


async def forget(database: Database) -> None:
    """Takes away what the migrations made but for the constraints on ids, which hold up other tests' data."""
    for name, *_ in await database.rows(
        "SHOW INDEXES YIELD name, owningConstraint, type WHERE owningConstraint IS NULL"
        " AND type <> 'LOOKUP' RETURN name",
        {},
        timeout=30,
    ):
        await database.applied(f"DROP INDEX {name}", timeout=30)
    for name in ("one_part_of", "one_within", "answer_key", "migration_number"):
        await database.applied(f"DROP CONSTRAINT {name}", timeout=30)
    await changed(database, "MATCH (m:Migration) DELETE m RETURN count(m)")


async def changed(database: Database, text: str) -> None:
    async def work(transaction: Transaction, _: int) -> None:
        await transaction.row(text, {})

    await database.changed(work, timeout=30)


def test_a_second_migration_takes_no_step(run: Run) -> None:
    before = run(shape)

    taken = run(migrate)

    assert taken == []
    assert run(shape) == before


def test_several_migrations_at_once_all_succeed(run: Run) -> None:
    before = run(shape)
    run(forget)
    assert run(shape) != before

    async def at_once(database: Database) -> list[list[str]]:
        return await asyncio.gather(*(migrate(database) for _ in range(4)))

    answers = run(at_once)

    assert set(STEPS) == {step for steps in answers for step in steps}
    assert run(shape) == before
    recorded = "MATCH (m:Migration) RETURN m.number, m.name ORDER BY m.number"
    assert run(lambda database: database.rows(recorded, {}, timeout=30)) == list(enumerate(STEPS, start=1))


def test_a_database_of_a_newer_version_is_refused_in_one_clear_line(run: Run) -> None:
    run(lambda database: changed(database, "CREATE (m:Migration {number: 999}) RETURN m.number"))
    try:
        with pytest.raises(NewerDatabase, match="newer version") as refusal:
            run(migrate)
    finally:
        run(lambda database: changed(database, "MATCH (m:Migration {number: 999}) DELETE m RETURN count(m)"))

    assert "step 999" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_each_single_relation_has_its_constraint_and_each_sort_its_index(run: Run) -> None:
    constraints, indexes = run(shape)

    unique = {tuple(names) for _, kind, names, _ in constraints if kind == "RELATIONSHIP_UNIQUENESS"}
    assert unique == {(relation.name,) for relation in RELATIONS if relation.single}
    assert {text.split()[2] for text in index_statements()} <= {name for name, *_ in indexes}
    assert {state for _, state, *_ in indexes} == {"ONLINE"}


def test_each_file_of_the_folder_is_a_step_in_the_order_of_their_numbers() -> None:
    folder = Path(migrating.__file__).parent

    assert [path.stem for path in sorted(folder.glob("0*.cypher"))] == list(STEPS)
