"""Input types that state what a node of a kind holds: read off its record, so that nothing is written twice.

Types that are made when the module runs are `Any` to a checker, and so is what reads them.
"""

from collections.abc import Iterable
from dataclasses import fields as fields_of
from dataclasses import replace
from typing import Any

import strawberry
from strawberry import UNSET

from graph.kinds import KIND
from graph.records.money import Money
from graph.writing.properties import PROPERTIES, Property

from .scopes import Scope
from .types import in_words

MoneyInput: Any = in_words(strawberry.input(type("MoneyInput", (Money,), {})))
"""An amount of money, as it is stated."""

SET_ALONE = frozenset({"status", "flow_state"})
"""What an update does not state: changes of their own set where work stands."""


OF_THE_END = frozenset({"outcome", "score", "learned"})
"""What closing an objective says of it, and neither creating nor updating one."""

OF_A_SOURCE = frozenset({"source_status"})
"""What only the tool that the work came from can say."""


def creates(kind: str, description: str, **more: Any) -> Any:
    """What is stated of a new node. It must have what it cannot be without, where the graph has no first value.

    `more` are fields beside the record's, each a pair of its type and its declaration.
    """
    return made(f"Create{kind}Input", kind, rows_of(kind, OF_A_SOURCE | OF_THE_END), description, more)


def updates(kind: str, description: str, **more: Any) -> Any:
    """What is stated of a node that is there: what is absent stays."""
    rows = map(optional, rows_of(kind, OF_A_SOURCE | OF_THE_END | SET_ALONE))
    return made(f"Update{kind}Input", kind, rows, description, more)


def states(kind: str, description: str, **more: Any) -> Any:
    """What a source states of a node, whether it is there or not: what is absent stays, or is the graph's to miss."""
    return made(f"Upsert{kind}Input", kind, map(optional, rows_of(kind, frozenset())), description, more)


def rows_of(kind: str, besides: frozenset[str]) -> list[Property]:
    return [row for row in PROPERTIES[kind].values() if row.field not in besides]


def optional(row: Property) -> Property:
    return replace(row, optional=True)


def made(name: str, kind: str, rows: Iterable[Property], description: str, more: dict[str, Any]) -> Any:
    return made_of(name, KIND[kind].record, rows, description, more)


def made_of(name: str, record: type, rows: Iterable[Property], description: str, more: dict[str, Any]) -> Any:
    """An input that states these properties of a record, and `more`."""
    meanings = {field.name: field.metadata["meaning"] for field in fields_of(record)}
    all_ = {row.field: field_of(row, meanings[row.field]) for row in rows} | more
    return strawberry.input(with_fields(name, all_), description=description)


def one_of(name: str, description: str, **fields: Any) -> Any:
    """An input of whose fields one is given. Each is a pair of its type and its declaration."""
    return strawberry.input(with_fields(name, fields), one_of=True, description=description)


def with_fields(name: str, fields: dict[str, Any]) -> type:
    """A class with these fields, each a pair of its type and its declaration."""
    annotations = {field: type_ for field, (type_, _) in fields.items()}
    declared = {field: declaration for field, (_, declaration) in fields.items()}
    return type(name, (), {"__annotations__": annotations, **declared})


def field_of(row: Property, meaning: str) -> tuple[Any, Any]:
    """The type of one field of an input, and its declaration."""
    type_, said = stated_as(row, meaning)
    if row.is_required and row.field not in SET_ALONE:
        return type_, strawberry.field(**said)
    one: Any = list[type_] if row.many else type_  # type: ignore[valid-type]
    return one | None, strawberry.field(default=UNSET, **said)


def stated_as(row: Property, meaning: str) -> tuple[Any, dict[str, Any]]:
    """The type of one value, and what its declaration says: money is stated with a scope of its own."""
    if row.type is not Money:
        return row.type, {"description": meaning}
    scope = Scope.COST_WRITE
    return MoneyInput, {"description": f"{meaning} Needs the scope {scope.value}.", "metadata": {"scope": scope}}


def holds_of(kind: str, stated: Any) -> dict[str, object]:
    """Those of the record's fields that are given, by their names; null is given, and clears."""
    given = {name: getattr(stated, name, UNSET) for name in PROPERTIES[kind]}
    return {name: value for name, value in given.items() if value is not UNSET}


def as_it_came(input_type: Any) -> Any:
    """Has resolvers be given what was sent, checked, by the names of GraphQL: objects of thousands of members take
    longer to make than to read. What is absent and has no default is absent.
    """

    def kept(_: type, sent: Any, __: Any) -> Any:
        return sent

    input_type.__strawberry_definition__.from_input = kept
    return input_type


def sent_of(kind: str, sent: Any) -> dict[str, object]:
    """Those of the record's fields that were sent, by their names; null was sent, and clears."""
    rows = [row for row in PROPERTIES[kind].values() if row.stored in sent]
    return {row.field: value_of(row, sent[row.stored]) for row in rows}


def value_of(row: Property, sent: Any) -> object:
    return Money(**sent) if row.type is Money and sent is not None else sent
