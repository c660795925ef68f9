"""Every statement in a file: it says what it is for, is given what it names, binds what may be seen, scans no graph."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from neo4j import GraphDatabase

from api.local.address import LocalServer
from graph.statements import Statement

ROOT = Path(__file__).parents[2]
LAYERS = ("api", "schema", "resolvers", "loaders", "graph")
TEXTS = sorted(file for layer in LAYERS for file in (ROOT / layer).rglob("*.cypher"))
STEPS = [file for file in TEXTS if file.parent.name == "migrations" and file.stem[0].isdigit()]
SCANS = ("AllNodesScan", "AllRelationshipsScan")


def modules() -> Iterator[tuple[Path, dict[str, Statement]]]:
    """Each module that knows statements, and by which names it knows them."""
    for layer in LAYERS:
        for file in sorted((ROOT / layer).rglob("*.py")):
            module = import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
            if known := {name: value for name, value in vars(module).items() if isinstance(value, Statement)}:
                yield file, known


MODULES = dict(modules())
STATEMENTS = sorted(
    {statement for known in MODULES.values() for statement in known.values()},
    key=lambda statement: (statement.package, statement.name),
)


def named(statement: Statement) -> str:
    return f"{statement.package}.{statement.name}"


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_statement_begins_with_a_comment_that_says_what_it_is_for(file: Path) -> None:
    first = file.read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith("// ")
    assert len(first.split()) > 3


def test_each_file_is_a_statement_that_a_module_declares_or_a_step_of_the_migrations() -> None:
    files = [ROOT.joinpath(*statement.package.split("."), f"{statement.name}.cypher") for statement in STATEMENTS]

    assert sorted([*files, *STEPS]) == TEXTS


@pytest.mark.parametrize("statement", STATEMENTS, ids=named)
def test_a_statement_binds_what_may_be_seen_or_says_why_it_sees_all(statement: Statement) -> None:
    binds = {"reader", "readable", "ws"} & statement.parameters

    assert binds or len((statement.sees_all or "").split()) > 4


def expressions(file: Path) -> list[ast.expr]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.expr)]


def owner(node: ast.expr, attribute: str, known: dict[str, Statement]) -> Statement | None:
    """The statement of which this is an attribute, as `NAME.text`."""
    if isinstance(node, ast.Attribute) and node.attr == attribute and isinstance(node.value, ast.Name):
        return known.get(node.value.id)
    return None


def uses() -> Iterator[tuple[str, Statement, set[str], str]]:
    """Where a statement is given its parameters: as `NAME.given(…)`, or as `NAME.text, {…}`."""
    for file, known in MODULES.items():
        for call in (node for node in expressions(file) if isinstance(node, ast.Call)):
            if (statement := owner(call.func, "given", known)) and all(keyword.arg for keyword in call.keywords):
                yield file.name, statement, {str(keyword.arg) for keyword in call.keywords}, "given"
            for text, parameters in zip(call.args, call.args[1:], strict=False):
                if (statement := owner(text, "text", known)) and isinstance(parameters, ast.Dict):
                    yield file.name, statement, {ast.literal_eval(key) for key in parameters.keys if key}, "text"


USES = list(uses())


def test_every_parameter_is_supplied_by_whoever_runs_the_statement() -> None:
    wrong = [
        (file, statement.name, given ^ statement.parameters)
        for file, statement, given, _ in USES
        if given != statement.parameters
    ]

    assert wrong == []
    assert len(USES) > 5


def test_no_text_is_run_past_the_comparison_with_its_parameters() -> None:
    """It is read beside them, where the test above compares, or by `Statement.given`, which compares itself."""
    read = [file.name for file, known in MODULES.items() for node in expressions(file) if owner(node, "text", known)]

    assert sorted(read) == sorted(file for file, _, _, how in USES if how == "text")


@pytest.mark.parametrize("statement", STATEMENTS, ids=named)
def test_a_statement_never_scans_the_whole_graph(neo4j: LocalServer, statement: Statement) -> None:
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.user, neo4j.password)) as driver:
        plan = driver.execute_query(f"EXPLAIN {statement.text}", dict.fromkeys(statement.parameters)).summary.plan

    assert [operator for operator in operators(plan) if any(scan in operator for scan in SCANS)] == []


def operators(plan: Any) -> Iterator[str]:
    yield plan["operatorType"]
    for child in plan.get("children", ()):
        yield from operators(child)
