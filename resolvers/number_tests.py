"""In a filter: what is tested of numbers, and how that is read from a `where`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLInputField, get_named_type

from graph.measures.measure import Measure
from graph.reading.sifting import Number, NumberTest
from graph.reading.sources import Slot
from graph.refusals import Refused

NumberTests = list[NumberTest]
Path = tuple[str | int, ...]
ValueAt = Callable[[Path], Slot]
"""The place that is left open for the value at a path of the filter."""


@dataclass(frozen=True)
class NumberTested:
    """A number of the node."""

    number: Number

    def tests(self, field: GraphQLInputField, value: Any, path: Path, value_at: ValueAt) -> Iterator[NumberTest]:
        """The value is as the client gave it, coerced by the type of the field: hence `Any`."""
        return comparisons(self.number, value, path, value_at)


@dataclass(frozen=True)
class RecordTested:
    """What the record of a measure holds, each by its name."""

    measure: Measure

    def tests(self, field: GraphQLInputField, value: Any, path: Path, value_at: ValueAt) -> Iterator[NumberTest]:
        """As above."""
        inner: Any = get_named_type(field.type)
        if not value:
            raise of_nothing(path)
        for name, told in value.items():
            held = inner.fields[name].extensions["strawberry-definition"].python_name
            yield from comparisons(Number(self.measure, held), told, (*path, name), value_at)


def comparisons(number: Number, value: Any, path: Path, value_at: ValueAt) -> Iterator[NumberTest]:
    """One for each operator; a value that stands by itself is to be equal."""
    if value is None or value == {} or (isinstance(value, dict) and None in value.values()):
        raise of_nothing(path)
    if not isinstance(value, dict):
        yield NumberTest(number, "eq", value_at(path))
        return
    for operator in value:
        yield NumberTest(number, operator, value_at((*path, operator)))


def of_nothing(path: Path) -> Refused:
    return Refused(f"`{path[-1]}` is compared with nothing: say with what, or leave it out.")
