"""Brings a database up to the code: numbered steps, taken once each and recorded, then the indexes of the sorts."""

from collections.abc import Iterator
from importlib.resources import files

from ..database import Database, Transaction
from ..orders import index_statements
from ..statements import COMMENT, Statement

STEPS = (
    "0001_store",
    "0002_access",
    "0003_search",
    "0004_answers",
    "0005_archive",
    "0006_imports",
    "0007_time",
)
"""The steps in their order. Each can be taken again without harm, so two processes may take it at once."""

RECORDED = Statement("graph.migrations", "recorded", sees_all="Migrations belong to the database, not to a workspace.")
RECORD = Statement("graph.migrations", "record", sees_all="Migrations belong to the database, not to a workspace.")

AWAIT_INDEXES = "CALL db.awaitIndexes(600)"
TIMEOUT = 30.0


class NewerDatabase(Exception):
    """The database has taken a step that this code does not know."""

    def __init__(self, found: int) -> None:
        super().__init__(
            f"This database is of a newer version (step {found}; this one knows {len(STEPS)}):"
            " run that version or a later one, or use another database."
        )


async def migrate(database: Database) -> list[str]:
    """Takes the steps that are missing and waits until all indexes are there. Answers the names of the steps taken."""
    recorded = {number for (number,) in await database.rows(*RECORDED.given(), timeout=TIMEOUT)}
    if recorded and max(recorded) > len(STEPS):
        raise NewerDatabase(max(recorded))
    missing = [(number, name) for number, name in enumerate(STEPS, start=1) if number not in recorded]
    for _, name in missing:
        for text in schema_statements(name):
            await database.applied(text, TIMEOUT)
    for text in index_statements():
        await database.applied(text, TIMEOUT)
    await database.applied(AWAIT_INDEXES, TIMEOUT)
    for number, name in missing:
        await record(database, number, name)
    return [name for _, name in missing]


def schema_statements(step: str) -> Iterator[str]:
    """The statements of a step, one by one."""
    text = files("graph.migrations").joinpath(f"{step}.cypher").read_text(encoding="utf-8")
    for statement in COMMENT.sub("", text).split(";"):
        if statement.strip():
            yield statement.strip()


async def record(database: Database, number: int, name: str) -> None:
    async def work(transaction: Transaction, _: int) -> None:
        await transaction.row(*RECORD.given(number=number, name=name))

    await database.changed(work, TIMEOUT)
