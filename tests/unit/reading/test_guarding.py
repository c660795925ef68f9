"""Whatever is asked, each match of its statement says who may see what it finds."""

import asyncio
import re
from collections.abc import Mapping
from typing import Any

from graph.reading.cursors import Cursors
from graph.reading.plan import Plan
from graph.reading.positions import Position
from graph.reading.reader import Reader
from graph.records.states import SpaceRole
from loaders.measures import Asked, Numbers
from resolvers.context import Context
from resolvers.scopes import Scope
from resolvers.viewer import Viewer
from schema.query import create_schema
from tests.requests.isolation.asking import NOW, Question
from tests.requests.isolation.operations import VARIABLES, Operations, Pool

MATCHES = re.compile(r"\bMATCH\b|queryNodes\(")
ENDS = re.compile(r"\bMATCH\b|\bRETURN\b|\bCALL\b|\bUNWIND\b")
GUARDS = re.compile(r"\.space (?:IN \$reader\.(?:readable|listed)|= space)")
OF_SIBLINGS = "(child)-[sibling:PART_OF|CONTRIBUTES_TO]->()"
"""The one match that sees all: shares are resolved over hidden siblings too, and it answers arithmetic alone."""

OF_WORKSPACE = "(workspace:Workspace {id: $reader.workspace})"
"""The reader's own workspace, of which the statement tells the position in its feed."""


class Noted:
    """Finds nothing, and notes what it was asked. Parameters are of any type that Cypher takes, hence `Any`."""

    def __init__(self) -> None:
        self.texts: set[str] = set()

    async def read(self, plan: Plan, parameters: Mapping[str, Any]) -> Any:
        self.texts |= {plan.text, plan.batch.text if plan.batch else plan.text}

    async def numbers(self, asked: Asked, reader: Reader, position: Position) -> Numbers:
        return {}


def unguarded(text: str) -> list[str]:
    """The matches of a statement that do not say who may see what they find."""
    found = [text[match.end() :] for match in MATCHES.finditer(text)]
    clauses = [rest[: end.start()] if (end := ENDS.search(rest)) else rest for rest in found]
    return [
        clause
        for clause in clauses
        if not GUARDS.search(clause) and not clause.strip().startswith((OF_SIBLINGS, OF_WORKSPACE))
    ]


def statements(many: int) -> set[str]:
    """Those of random documents over the whole schema."""
    schema, noted = create_schema(), Noted()
    pool = Pool(["obj_1"], ["word"], [1], ["2026-01-01"], [{"source": "a", "type": "b", "externalId": "c"}])
    viewer = Viewer("acme", None, "tests", frozenset(Scope), {"spc_1": SpaceRole.READER})

    async def asked() -> None:
        for seed in range(many):
            question = Question(Operations(schema._schema, pool, seed).operation().text, {**VARIABLES, "after": None})
            context = Context(viewer, noted, Cursors(b"a secret of tests"), now=NOW)
            await schema.execute(question.text, dict(question.variables), context)

    asyncio.run(asked())
    return noted.texts


def test_each_match_of_each_statement_says_who_may_see_what_it_finds() -> None:
    texts = statements(100)

    assert [clause for text in texts for clause in unguarded(text)] == []
    assert len(texts) > 100
    assert any("queryNodes(" in text for text in texts)
    assert any("ExternalReference {key:" in text for text in texts)


def test_a_match_that_does_not_say_it_is_found() -> None:
    assert unguarded("MATCH (n0:Node {id: $id}) WHERE n0:WorkItem RETURN n0") != []
    assert unguarded("MATCH (n0) WHERE n0.space IN $reader.readable CALL (*) { MATCH (m) RETURN m AS v1 }") != []
