"""The words of filters: one for each way in which a row can be tested. Typed as Strawberry's own are, hence `Any`."""

from typing import Any

import strawberry

from graph.reading.sources import Reach, Step, Told

from .declared import EdgeTested, KindTested, Reached, ReachedOne, Test, Tested, Under


def condition(test: Test, description: str, name: str | None = None) -> Any:
    """A test, which may be left out. A `name` is needed where Python has the word for itself."""
    return strawberry.field(name=name, default=strawberry.UNSET, metadata={"answer": test}, description=description)


def tested(description: str, name: str | None = None) -> Any:  # noqa: PT028 - a word of the schema, not a test
    """By a property of the node; and all that combines tests."""
    return condition(Tested(), description, name)


def edge_tested(description: str) -> Any:
    """By a property of the edge that led to the node."""
    return condition(EdgeTested(), description)


def kind_tested(description: str) -> Any:
    """By the kind of the node."""
    return condition(KindTested(), description)


def reached(source: Step | Reach | Told, kinds: tuple[str, ...], description: str) -> Any:
    """By the nodes found from here: some of them, or none of them."""
    return condition(Reached(source, kinds), description)


def reached_one(source: Step | Told, kinds: tuple[str, ...], description: str) -> Any:
    """By the one node found from here."""
    return condition(ReachedOne(source, kinds), description)


def under(source: Reach, description: str) -> Any:
    """By the id of a node found from here."""
    return condition(Under(source), description)
