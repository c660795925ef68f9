"""No graph, however full, gives an answer of more rows than the document's price."""

import random
from typing import Any

import pytest
from graphql import GraphQLSchema, build_schema, execute_sync, get_named_type, get_nullable_type, is_list_type, parse
from hypothesis import given, settings
from hypothesis import strategies as some

from resolvers.pricing.parts import spent
from resolvers.pricing.prices import LONGEST_PATH, SHORT_LIST
from tests.fixtures.documents import VARIABLES, Documents
from tests.fixtures.pricing import Asking

PAGE = 25
LEAVES: dict[str, Any] = {"Int": 1, "Float": 1.0, "Boolean": True}


class Brim:
    """Executes documents by graphql-core over a graph in which every list is as long as can be."""

    def __init__(self, schema: GraphQLSchema, seed: int) -> None:
        self.schema, self.chance = schema, random.Random(seed)  # noqa: S311 - no secret
        self.rows = 0

    def answer(self, document: str) -> Any:
        done = execute_sync(
            self.schema,
            parse(document),
            root_value={},
            variable_values=VARIABLES,
            field_resolver=self.resolve,
            type_resolver=self.kind,
        )
        assert not done.errors, done.errors
        return done.data

    def kind(self, value: Any, info: Any, type_: Any) -> str:
        return str(self.chance.choice(self.schema.get_possible_types(type_)).name)

    def resolve(self, source: Any, info: Any, /, **given: Any) -> Any:
        type_: Any = get_nullable_type(info.return_type)
        named: Any = get_named_type(type_)
        if not hasattr(named, "fields") and not hasattr(named, "types"):
            return [] if is_list_type(type_) else self.leaf(named)
        if is_list_type(type_):
            rows = self.length(source, info, given)
            self.rows += rows
            return [{"above": info.field_name} for _ in range(rows)]
        asked = given.get("first") if given.get("last") is None else given["last"]
        return {"page": PAGE if asked is None else asked, "above": info.field_name}

    def length(self, source: Any, info: Any, given: Any) -> int:
        if "ids" in given:
            return len(given["ids"])
        if source.get("above") == "paths" and info.field_name in {"nodes", "edges"} and "page" not in source:
            return LONGEST_PATH - 1 if info.field_name == "edges" else LONGEST_PATH
        return int(source.get("page", SHORT_LIST))

    def leaf(self, named: Any) -> Any:
        values = getattr(named, "values", None)
        return next(iter(values)) if values else LEAVES.get(named.name, "x")


@pytest.fixture(scope="module")
def asking() -> Asking:
    return Asking()


@pytest.fixture(scope="module")
def plain(asking: Asking) -> GraphQLSchema:
    """The same schema without a resolver."""
    return build_schema(asking.schema.as_str())


@settings(deadline=None, max_examples=50)
@given(seed=some.integers(0, 2**32))
def test_a_full_answer_has_no_more_rows_than_its_price(asking: Asking, plain: GraphQLSchema, seed: int) -> None:
    document = Documents(asking.schema._schema, ["a", "b"], seed).document()
    brim = Brim(plain, seed)

    answer = brim.answer(document)
    asked = asking.schema.admitting.asked(document, VARIABLES, None)

    assert asked is not None
    assert brim.rows <= spent(asked.priced.parts, answer) <= asked.priced.cost
