"""The house keeps its own rules: short files and functions, no state in modules, a schema that describes itself."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLNamedType,
    is_enum_type,
    is_input_object_type,
    is_introspection_type,
    is_specified_scalar_type,
)

from graph import kinds
from graph.reading.predicates import OPERATORS
from graph.relations import RELATIONS
from resolvers import declared
from schema.query import create_schema

ROOT = Path(__file__).parents[2]
LAYERS = ("api", "schema", "resolvers", "loaders", "graph")
FILES = sorted(file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
PUBLISHED = create_schema()._schema
TYPES = [
    type_
    for type_ in PUBLISHED.type_map.values()
    if not is_introspection_type(type_) and not is_specified_scalar_type(type_)
]


def fields_of(type_: GraphQLNamedType) -> dict[str, Any]:
    """The fields, of whichever sort the type has: hence `Any`."""
    return getattr(type_, "fields", {})


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_file_is_short_and_says_which_question_it_answers(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 250
    assert ast.get_docstring(tree(file))


@pytest.mark.parametrize("file", TESTS, ids=named)
def test_a_file_of_tests_is_never_longer_than_four_hundred_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 400


@pytest.mark.parametrize("file", [*FILES, *TESTS], ids=named)
def test_a_function_is_never_longer_than_forty_lines(file: Path) -> None:
    lengths = {function.name: (function.end_lineno or 0) - function.lineno + 1 for function in functions(file)}

    assert {name: length for name, length in lengths.items() if length > 40} == {}


@pytest.mark.parametrize("file", FILES, ids=named)
def test_nothing_is_imported_inside_a_function(file: Path) -> None:
    inner = [
        function.name
        for function in functions(file)
        if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function))
    ]

    assert inner == []


@pytest.mark.parametrize("file", FILES, ids=named)
def test_nothing_at_module_level_can_change(file: Path) -> None:
    """Lists, dictionaries and sets that stand in a module are shared by all requests: they must be frozen."""
    changeable = [
        ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
        for node in tree(file).body
        if isinstance(node, ast.Assign | ast.AnnAssign) and is_changeable(node.value)
    ]

    assert [name for name in changeable if name != "__all__"] == []


def is_changeable(value: ast.expr | None) -> bool:
    literal = isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)
    made = isinstance(value, ast.Call) and ast.unparse(value.func) in {
        "dict",
        "list",
        "set",
        "defaultdict",
        "OrderedDict",
    }
    return literal or made


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_everything_published_is_described(type_: GraphQLNamedType) -> None:
    members = getattr(type_, "fields", None) or (getattr(type_, "values", {}) if is_enum_type(type_) else {})
    arguments = {
        f"{name}({argument})": said.description
        for name, field in members.items()
        for argument, said in getattr(field, "args", {}).items()
    }

    assert type_.description
    assert [name for name, member in members.items() if not member.description] == []
    assert [name for name, said in arguments.items() if not said] == []


def test_the_printed_schema_is_the_committed_one() -> None:
    committed = (ROOT / "schema.graphql").read_text(encoding="utf-8")

    assert create_schema().as_str() + "\n" == committed, (
        "Print it again: .venv/bin/goldenthread schema > schema.graphql"
    )


def test_every_comparison_in_a_filter_is_an_operator_that_the_graph_knows() -> None:
    comparisons = [fields_of(t) for t in TYPES if is_input_object_type(t) and t.name.endswith("Comparison")]

    assert {name for fields in comparisons for name in fields} - {"isNull"} <= set(OPERATORS)


def test_every_filter_says_how_it_is_answered() -> None:
    wheres = [t for t in TYPES if t.name.endswith("Where")]
    relations = {
        f"{where.name}.{name}": declared.answer_of(field)
        for where in wheres
        for name, field in fields_of(where).items()
        if {"some", "none"} & set(getattr(field.type, "fields", {}))
    }

    assert wheres
    assert [name for name, answer in relations.items() if not isinstance(answer, declared.Reached)] == []
    assert [
        name for where in wheres for name, field in fields_of(where).items() if declared.answer_of(field) is None
    ] == []


def test_every_end_of_a_relation_is_a_kind_and_every_kind_is_published() -> None:
    names = {kind.name for kind in kinds.KINDS}

    assert all(set(ends) <= names for relation in RELATIONS for ends in relation.ends)
    assert names <= set(PUBLISHED.type_map)


def test_just_the_kinds_that_are_published_as_nodes_are_found_by_their_ids_alone() -> None:
    nodes: Any = PUBLISHED.type_map["Node"]

    published = {kind.name for kind in PUBLISHED.get_possible_types(nodes)}

    assert {kind.name for kind in kinds.KINDS if kind.is_published} == published
