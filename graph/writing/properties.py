"""What may be stated of each kind of node: read off the records, so that nothing is written twice."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType, NoneType
from typing import get_args, get_origin, get_type_hints

from ..kinds import KINDS
from ..records.money import Money

KEPT = frozenset({"id", "revision", "created_at", "updated_at", "archived_at", "state_category"})
"""What the store itself keeps; nobody states it."""

LINES = frozenset({"title", "name"})
"""Texts of one line: they are sort keys, never null and of limited length."""


SINGLE = frozenset({int, float, date, datetime, Money})
"""Types of which a property has one value, and no list."""


@dataclass(frozen=True)
class Property:
    """A property that may be stated: the record's field, the name in the store, and the type of one value.

    `least` and `most` bound a number; None where nothing but the store does.
    """

    field: str
    stored: str
    type: type
    optional: bool
    many: bool
    least: int | None = None
    most: int | None = None

    @property
    def is_line(self) -> bool:
        return self.field in LINES

    @property
    def is_required(self) -> bool:
        """Whether a node cannot be created without it; a list that is absent is empty."""
        return not (self.optional or self.many)


def stored_name(field: str) -> str:
    """The name in the store, as `startOn` for `start_on`."""
    first, *rest = field.split("_")
    return first + "".join(word.capitalize() for word in rest)


def properties_of(record: type) -> Iterator[Property]:
    """The record's fields that may be stated. Raises TypeError for a type that the store has no rule for."""
    said = {row.name: row.metadata for row in fields(record)}
    for field, annotation in get_type_hints(record).items():
        if field in KEPT:
            continue
        many = get_origin(annotation) is list
        options = [option for option in get_args(annotation) or (annotation,) if option is not NoneType]
        if len(options) != 1 or not has_rule(options[0], is_list=many):
            raise TypeError(f"{record.__name__}.{field}: there is no rule for how {annotation} is stored.")
        least, most = said[field].get("least"), said[field].get("most")
        optional = NoneType in get_args(annotation)
        yield Property(field, stored_name(field), options[0], optional, many, least, most)


def has_rule(option: type, *, is_list: bool) -> bool:
    """Whether values.py says how a value of this type is stored."""
    return option is str or (not is_list and (option in SINGLE or issubclass(option, Enum)))


PROPERTIES: Mapping[str, Mapping[str, Property]] = MappingProxyType(
    {kind.name: MappingProxyType({row.field: row for row in properties_of(kind.record)}) for kind in KINDS}
)


def names_of(options: type[Enum]) -> str:
    """The valid names, for a message."""
    return ", ".join(option.name for option in options)
