"""The registry of codes is complete in both directions: what can be raised has a row, and each row is raised."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from resolvers.codes import CODE, CODES

ROOT = Path(__file__).parents[2]
LAYERS = ("api", "schema", "resolvers", "loaders", "graph")
ASIDE = (ROOT / "api" / "imports", ROOT / "api" / "generating", ROOT / "resolvers" / "codes.py")
"""What the first two refuse is told on a terminal, without a code; the last is the registry."""

FILES = sorted(
    file for layer in LAYERS for file in (ROOT / layer).rglob("*.py") if not any(map(file.is_relative_to, ASIDE))
)

TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in FILES}


def takers() -> dict[str, int]:
    """What takes a `code` when it is called, functions and classes, and in which place."""
    found = {}
    for tree in TREES.values():
        owners = {id(inner): owner for owner in ast.walk(tree) for inner in ast.iter_child_nodes(owner)}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                typed = [(argument.arg, argument.annotation) for argument in node.args.args if argument.arg != "self"]
                names = [name for name, type_ in typed if name != "code" or (type_ and ast.unparse(type_) == "str")]
                owner = owners[id(node)]
                name = owner.name if isinstance(owner, ast.ClassDef) and node.name == "__init__" else node.name
                if "code" in names:
                    found[name] = names.index("code")
    return found


def stated_in_calls() -> Iterator[tuple[str, str | None]]:
    """Where a code is stated in a call, and which; None where it is not a constant but passed on."""
    places = takers()
    for file, tree in TREES.items():
        for called, call in calls(tree):
            if (place := places.get(called)) is not None and len(call.args) > place:
                code = call.args[place]
                where = f"{file.relative_to(ROOT)} {ast.unparse(code)}"
                yield where, str(code.value) if isinstance(code, ast.Constant) else None


def calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """Each call, and the name of what is called; the constructor of a base goes by the base's name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            above = [ast.unparse(base) for base in node.bases]
            own = [inner for inner in ast.walk(node) if isinstance(inner, ast.Call)]
            yield from ((base, call) for base in above for call in own if ast.unparse(call.func) == "super().__init__")
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rpartition(".")[2], node


def stated_by_classes() -> Iterator[tuple[str, str | None]]:
    """The code of each sort of refusal, which its class says."""
    for file, tree in TREES.items():
        for cls in (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)):
            for said in (line for line in cls.body if isinstance(line, ast.Assign)):
                if ast.unparse(said.targets[0]) == "code" and isinstance(said.value, ast.Constant):
                    yield f"{file.relative_to(ROOT)} {cls.name}", str(said.value.value)


@pytest.fixture(scope="module")
def stated() -> dict[str, str | None]:
    return {**dict(stated_in_calls()), **dict(stated_by_classes())}


def test_every_code_that_can_be_raised_has_a_row(stated: dict[str, str | None]) -> None:
    unknown = {where: code for where, code in stated.items() if code is not None and code not in CODE}

    assert len(stated) > 30
    assert unknown == {}, "Add a row for each to resolvers/codes.py."


def test_a_code_is_stated_as_it_stands_or_passed_on_so_that_it_can_be_found(stated: dict[str, str | None]) -> None:
    computed = [where for where, code in stated.items() if code is None and "code" not in where.rpartition(" ")[2]]

    assert computed == []


def test_every_row_is_raised_somewhere(stated: dict[str, str | None]) -> None:
    never = set(CODE) - set(stated.values())

    assert never == set(), "Take these rows away."


def test_no_code_has_two_rows_and_each_says_all_that_it_has_to() -> None:
    assert len(CODE) == len(CODES)
    for code in CODES:
        assert code.name == code.name.upper()
        assert code.example
        assert all(text.endswith(".") for text in (code.meaning, code.way_out))
