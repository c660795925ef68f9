"""For random documents, graphql-core completes the compiled answer itself, and finds nothing to change."""

import os
from typing import Any

import pytest
import strawberry
from graphql import parse, validate

from api.local.server import LocalServer
from graph.database import Database
from graph.reading.cursors import Cursors
from graph.records.states import SpaceRole
from loaders.statements import Statements
from resolvers.context import Context
from resolvers.execution import CompiledSchema
from resolvers.handover import Answered, HandOver
from resolvers.scopes import Scope
from resolvers.viewer import Viewer
from schema.query import create_schema
from tests.fixtures.documents import Documents
from tests.fixtures.questions import with_database
from tests.fixtures.sample import WORKSPACE

DOCUMENTS = int(os.environ.get("GOLDENTHREAD_DOCUMENTS", "20"))
NOW = 1_790_000_000_000
SEED = int(os.environ.get("GOLDENTHREAD_SEED", "5"))


class Completed(HandOver):
    """Lets graphql-core complete the finished tree as if resolvers had answered it. The signatures are its own."""

    def complete_value(self, return_type: Any, details: Any, info: Any, path: Any, result: Any, *rest: Any) -> Any:
        told = result.value if type(result) is Answered else result
        return super().complete_value(return_type, details, info, path, told, *rest)

    def execute_field(self, parent_type: Any, source: Any, details: Any, path: Any, *rest: Any) -> Any:
        if not isinstance(source, dict):
            return super().execute_field(parent_type, source, details, path, *rest)
        field = self.schema.get_field(parent_type, details[0].node.name.value)
        assert field is not None
        info = self.build_resolve_info(field, [each.node for each in details], parent_type, path)
        return self.complete_value(field.type, details, info, path, source[path.key], *rest)

    @staticmethod
    def complete_leaf_value(return_type: Any, result: Any) -> Any:
        return_type.parse_value(result)
        return result

    def complete_abstract_value(
        self, return_type: Any, details: Any, info: Any, path: Any, result: Any, *rest: Any
    ) -> Any:
        type_ = self.schema.get_type(result["__typename"])
        return self.complete_object_value(type_, details, info, path, result, *rest)

    def complete_object_value(
        self, return_type: Any, details: Any, info: Any, path: Any, result: Any, *rest: Any
    ) -> Any:
        if isinstance(result, dict):
            return self.collect_and_execute_subfields(return_type, details, path, result, *rest)
        return super().complete_object_value(return_type, details, info, path, result, *rest)


class Ways:
    """One document, answered in all ways that there are."""

    def __init__(self, database: Database, viewer: Viewer) -> None:
        self.database, self.viewer, self.schema = database, viewer, create_schema()

    def context(self) -> Context:
        return Context(self.viewer, Statements(self.database, 30), Cursors(b"a secret of tests"), now=NOW)

    async def executed(self, text: str, by: type[HandOver]) -> Any:
        """Through the executor."""
        self.schema.execution_context_class = by
        return await strawberry.Schema.execute(self.schema, text, VARIABLES, self.context())

    async def past(self, text: str) -> Any:
        """Past the executor."""
        return await self.schema.execute(text, VARIABLES, self.context())


VARIABLES = {"yes": True, "no": False, "n": 2}


async def viewer_of_all(database: Database) -> Viewer:
    spaces = await database.value("MATCH (s:Space {ws: $ws}) RETURN collect(s.id)", {"ws": WORKSPACE}, 10)
    return Viewer(WORKSPACE, None, "tests", frozenset(Scope), dict.fromkeys(spaces, SpaceRole.READER))


async def some_ids(database: Database) -> list[str]:
    """A few of each kind, and one that is nobody's."""
    text = """MATCH (n:Node {ws: $ws}) WITH labels(n)[-1] AS kind, n.id AS id ORDER BY id
        WITH kind, collect(id)[..4] AS ids UNWIND ids AS id RETURN collect(id)"""
    return [*await database.value(text, {"ws": WORKSPACE}, 30), "nobody"]


def documents(schema: CompiledSchema, ids: list[str]) -> list[str]:
    written = Documents(schema._schema, ids, SEED)
    return [written.document() for _ in range(DOCUMENTS)]


@pytest.mark.usefixtures("sample")
def test_graphql_core_completes_the_same_tree(neo4j: LocalServer) -> None:
    async def compared(database: Database) -> list[str]:
        ways = Ways(database, await viewer_of_all(database))
        unlike = []
        for text in documents(ways.schema, await some_ids(database)):
            assert validate(ways.schema._schema, parse(text)) == [], text
            handed, completed = [await ways.executed(text, by) for by in (HandOver, Completed)]
            short = await ways.past(text)
            answers = [
                str((each.data, [str(error) for error in each.errors or []])) for each in (handed, completed, short)
            ]
            if len(set(answers)) > 1 or handed.errors:
                unlike.append("\n".join([text, *answers]))
        return unlike

    unlike = with_database(neo4j, compared)

    assert unlike == []
