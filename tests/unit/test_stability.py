"""The schema keeps what it promised: what would break clients is announced, and all of it is named by one rule."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLNamedType,
    build_schema,
    find_breaking_changes,
    get_named_type,
    is_enum_type,
    is_interface_type,
    is_introspection_type,
    is_object_type,
    is_specified_scalar_type,
    is_union_type,
)

from schema.query import create_schema

ROOT = Path(__file__).parents[2]
RELEASED = (ROOT / "schema.released.graphql").read_text(encoding="utf-8")
PUBLISHED = create_schema()._schema
TYPES = [
    type_
    for type_ in PUBLISHED.type_map.values()
    if not is_introspection_type(type_) and not is_specified_scalar_type(type_)
]


def breaking(released: str) -> set[str]:
    """What would break a client of the released schema, in the checker's words."""
    return {change.description for change in find_breaking_changes(build_schema(released), PUBLISHED)}


def announced() -> set[str]:
    """The items under "Breaking changes" of what is not released."""
    unreleased = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").split("\n## ")[1]
    _, _, listed = unreleased.partition("\n### Breaking changes\n")
    return {line.removeprefix("- ") for line in listed.partition("\n### ")[0].splitlines() if line.startswith("- ")}


def members(type_: GraphQLNamedType) -> dict[str, Any]:
    """Fields or values, of whichever sort the type has: hence `Any`."""
    return getattr(type_, "fields", None) or (getattr(type_, "values", {}) if is_enum_type(type_) else {})


def arguments(member: Any) -> dict[str, Any]:
    """Of a field; a value has none."""
    return getattr(member, "args", {})


def test_what_breaks_clients_of_the_last_release_is_announced() -> None:
    assert sorted(breaking(RELEASED)) == sorted(announced()), (
        'List exactly these in CHANGELOG.md, under "### Breaking changes" of what is not released; better, deprecate.'
    )


@pytest.mark.parametrize(
    ("there", "before"),
    [
        ("type Query {\n", "type Query {\n  gone: String\n"),
        ("enum WorkNodeKind {\n", "enum WorkNodeKind {\n  GONE\n"),
        ("interface Node {\n", "interface Node {\n  gone: ID\n"),
        ("  search(", "  search(gone: String, "),
    ],
)
def test_the_check_finds_what_is_gone(there: str, before: str) -> None:
    assert there in RELEASED

    found = breaking(RELEASED.replace(there, before, 1)) - breaking(RELEASED)

    assert found
    assert all("gone" in change.lower() for change in found)


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_names_are_of_one_form(type_: GraphQLNamedType) -> None:
    form = r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*" if is_enum_type(type_) else r"[a-z][a-zA-Z0-9]*"
    names = [*members(type_), *(name for member in members(type_).values() for name in arguments(member))]

    assert re.fullmatch(r"[A-Z][a-zA-Z0-9]*", type_.name)
    assert [name for name in names if not re.fullmatch(form, name)] == []


@pytest.mark.parametrize("type_", TYPES, ids=str)
def test_what_goes_says_when(type_: GraphQLNamedType) -> None:
    going = {
        f"{type_.name}.{name}": part.deprecation_reason
        for name, member in members(type_).items()
        for part in (member, *arguments(member).values())
        if part.deprecation_reason is not None
    }

    assert [name for name, reason in going.items() if not re.search(r"\b\d{4}-\d{2}-\d{2}\b", reason)] == [], (
        "Say in the reason from which day on it may be gone, as 2027-06-30, and what to use instead."
    )


def test_no_type_is_there_that_nobody_can_meet() -> None:
    roots = [type_ for type_ in (PUBLISHED.query_type, PUBLISHED.mutation_type, PUBLISHED.subscription_type) if type_]
    met: set[str] = set()
    waiting: list[GraphQLNamedType] = [*roots]

    while waiting:
        type_ = waiting.pop()
        if type_.name not in met:
            met.add(type_.name)
            waiting += beside(type_)

    assert {type_.name for type_ in TYPES} - met == set()


def beside(type_: GraphQLNamedType) -> Iterator[GraphQLNamedType]:
    """The types that one can come to from a type."""
    if not is_enum_type(type_):
        for member in members(type_).values():
            yield get_named_type(member.type)
            yield from (get_named_type(argument.type) for argument in arguments(member).values())
    if is_union_type(type_) or is_interface_type(type_):
        yield from PUBLISHED.get_possible_types(type_)
    if is_object_type(type_) or is_interface_type(type_):
        yield from type_.interfaces
