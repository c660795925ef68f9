"""The words of filters: one for each way in which a row can be tested. Typed as Strawberry's own are, hence `Any`."""

from collections.abc import Callable
from typing import Any, TypeVar

import strawberry

from graph.measures.measure import Measure
from graph.reading.sifting import Number
from graph.reading.sources import Reach, Step, Told

from .declared import EdgeTested, KindTested, Reached, ReachedOne, Test, Tested, Under
from .number_tests import NumberTested, RecordTested
from .scopes import Scope

T = TypeVar("T")


def where(description: str) -> Callable[[type[T]], type[T]]:
    """A filter: the tests of its class, and what combines several filters of the same sort."""

    def made(cls: type[T]) -> type[T]:
        several = f"list[{cls.__name__}] | None"
        cls.__annotations__ |= {"and_": several, "or_": several, "not_": f"{cls.__name__} | None"}
        for name, said in (("and", "All of these."), ("or", "At least one of these."), ("not", "Not this.")):
            setattr(cls, f"{name}_", tested(said, name))
        return strawberry.input(cls, description=description)

    return made


def condition(test: Test, description: str, name: str | None = None, scope: Scope | None = None) -> Any:
    """A test, which may be left out. A `name` is needed where Python has the word for itself."""
    metadata = {"answer": test, "scope": scope}
    return strawberry.field(name=name, default=strawberry.UNSET, metadata=metadata, description=description)


def tested(description: str, name: str | None = None) -> Any:  # noqa: PT028 - a word of the schema, not a test
    """By a property of the node; and all that combines tests."""
    return condition(Tested(), description, name)


def guarded_test(scope: Scope, description: str) -> Any:
    """By a property of the node that only a token with a scope is told."""
    return condition(Tested(), description, scope=scope)


def edge_tested(description: str) -> Any:
    """By a property of the edge that led to the node."""
    return condition(EdgeTested(), description)


def kind_tested(description: str) -> Any:
    """By the kind of the node."""
    return condition(KindTested(), description)


def number_tested(measure: Measure, name: str | None, description: str) -> Any:
    """By a number: what the measure's record holds under a name, None for the number as it is."""
    return condition(NumberTested(Number(measure, name)), description)


def record_tested(measure: Measure, description: str) -> Any:
    """By all that the record of a measure holds; the filter's fields have its names."""
    return condition(RecordTested(measure), description)


def reached(source: Step | Reach | Told, kinds: tuple[str, ...], description: str) -> Any:
    """By the nodes found from here: some, every one or none of them."""
    return condition(Reached(source, kinds), description)


def reached_one(source: Step | Told, kinds: tuple[str, ...], description: str) -> Any:
    """By the one node found from here."""
    return condition(ReachedOne(source, kinds), description)


def under(source: Reach, description: str) -> Any:
    """By the id of a node found from here."""
    return condition(Under(source), description)
