"""Inputs of every mutation, read off the schema, with one value in them put in place of a harmless one.

Types of graphql-core are unions that do not narrow: hence `Any`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    get_named_type,
    get_nullable_type,
    is_enum_type,
    is_input_object_type,
    is_list_type,
    is_required_input_field,
)

Place = tuple[str, ...]
Slots = Mapping[Place, Any]

HARMLESS: Mapping[str, Any] = {
    "String": "plain",
    "ID": "nothing",
    "Int": 1,
    "Float": 0.5,
    "Boolean": True,
    "Date": "2026-01-31",
    "DateTime": "2026-01-31T12:00:00Z",
    "Decimal": "1.50",
}
BY_NAME: Mapping[str, Any] = {"currency": "EUR", "targetValue": 0.75}
"""Where the name says more than the type."""

NEEDED = frozenset(
    {"space", "title", "name", "status", "flowState", "direction", "unit", "startValue", "targetValue"}
    | {"periodKind", "startsOn", "endsOn", "asOf", "subject", "person", "health", "nodes", "period"}
)
"""Arguments that the schema does not require, but that many a change cannot do without."""


@dataclass(frozen=True)
class Leaf:
    """A place for a value in the arguments of a mutation, and the type of it."""

    mutation: str
    path: Place
    type: str

    def __str__(self) -> str:
        return f"{self.mutation}: {'.'.join(self.path)}"


def leaves(mutation: str, field: Any) -> Iterator[Leaf]:
    """All places of the mutation."""
    for name, argument in field.args.items():
        for path, type_ in places(argument.type, (name,)):
            yield Leaf(mutation, path, type_)


def places(type_: Any, path: Place) -> Iterator[tuple[Place, str]]:
    target = get_named_type(type_)
    if not is_input_object_type(target):
        yield path, target.name
        return
    for name, field in target.fields.items():
        yield from places(field.type, (*path, name))


def stated(field: Any, leaf: Place, slots: Slots) -> dict[str, Any]:
    """Arguments in which the leaf is stated, harmless all of them. `slots` are values for ids and enums, by place."""
    return {
        name: value(argument.type, (name,), leaf, slots)
        for name, argument in field.args.items()
        if name == "input" or name == leaf[0]
    }


def value(type_: Any, path: Place, leaf: Place, slots: Slots) -> Any:
    target = get_nullable_type(type_)
    if is_list_type(target):
        return [value(target.of_type, path, leaf, slots)]
    if is_input_object_type(target):
        return {
            name: value(target.fields[name].type, (*path, name), leaf, slots) for name in chosen(target, path, leaf)
        }
    if path in slots:
        return slots[path]
    if is_enum_type(target):
        return next(iter(target.values))
    return BY_NAME.get(path[-1], HARMLESS.get(target.name, "plain"))


def chosen(target: Any, path: Place, leaf: Place) -> list[str]:
    """Which fields of an input are stated: those on the way to the leaf, and those that it cannot do without."""
    towards = leaf[len(path)] if leaf[: len(path)] == path and len(leaf) > len(path) else None
    if target.is_one_of:
        return [towards or ("id" if "id" in target.fields else next(iter(target.fields)))]
    return [
        name
        for name, field in target.fields.items()
        if is_required_input_field(field) or name in NEEDED or name == towards
    ]


def slots_in(field: Any, leaf: Place) -> dict[Place, Any]:
    """The places of ids and enums in such arguments, each with its type."""
    found: dict[Place, Any] = {}

    def walk(type_: Any, path: Place) -> None:
        target = get_named_type(type_)
        if is_input_object_type(target):
            for name in chosen(target, path, leaf):
                walk(target.fields[name].type, (*path, name))
        elif is_enum_type(target) or target.name == "ID":
            found[path] = target

    for name, argument in field.args.items():
        if name in ("input", leaf[0]):
            walk(argument.type, (name,))
    return found


def put(given: dict[str, Any], path: Place, value: Any) -> dict[str, Any]:
    """The same arguments with another value at the place; a list holds one."""
    first, *rest = path
    inner = given[first]
    if isinstance(inner, list):
        return {**given, first: [put(inner[0], tuple(rest), value) if rest else value]}
    return {**given, first: put(inner, tuple(rest), value) if rest else value}
