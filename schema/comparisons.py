"""How one property is compared. All that are given must hold; a name is an operator of graph/reading/predicates."""

from typing import Generic, TypeVar

import strawberry

from resolvers.filters import tested

from .scalars import DateOrDuration, DateTimeOrDuration, WorkNodeKind

E = TypeVar("E")


@strawberry.input(description="A comparison of an id.")
class IdComparison:
    eq: strawberry.ID | None = tested("Is this one.")
    in_: list[strawberry.ID] | None = tested("Is one of these.", name="in")


@strawberry.input(description="A comparison of a text.")
class TextComparison:
    eq: str | None = tested("Is exactly this.")
    in_: list[str] | None = tested("Is exactly one of these.", name="in")
    contains: str | None = tested("Has this somewhere in it, to the letter.")
    contains_ignore_case: str | None = tested("Has this somewhere in it, in upper or lower case.")
    starts_with: str | None = tested("Begins with this, to the letter.")
    is_null: bool | None = tested("Whether there is none.")


@strawberry.input(description="A comparison of a list of texts.")
class TextsComparison:
    has: str | None = tested("Has exactly this among them.")
    has_any: list[str] | None = tested("Has at least one of these among them.")
    has_all: list[str] | None = tested("Has all of these among them.")
    is_empty: bool | None = tested("Whether there is none.")


@strawberry.input(description="A comparison of a number.")
class NumberComparison:
    eq: float | None = tested("Is this.")
    in_: list[float] | None = tested("Is one of these.", name="in")
    gt: float | None = tested("Is greater.")
    gte: float | None = tested("Is this or greater.")
    lt: float | None = tested("Is less.")
    lte: float | None = tested("Is this or less.")
    is_null: bool | None = tested("Whether there is none.")


@strawberry.input(description="A comparison of a computed number. Lists of at most 1,000 can be filtered by it.")
class MeasureTest:
    below: float | None = tested("Is less.")
    not_below: float | None = tested("Is this or greater.")
    above: float | None = tested("Is greater.")
    not_above: float | None = tested("Is this or less.")
    is_null: bool | None = tested("Whether there is none.")


@strawberry.input(description="A comparison of a whole number.")
class IntComparison:
    eq: int | None = tested("Is this.")
    in_: list[int] | None = tested("Is one of these.", name="in")
    gt: int | None = tested("Is greater.")
    gte: int | None = tested("Is this or greater.")
    lt: int | None = tested("Is less.")
    lte: int | None = tested("Is this or less.")
    is_null: bool | None = tested("Whether there is none.")


@strawberry.input(description="A comparison of an instant.")
class DateTimeComparison:
    before: DateTimeOrDuration | None = tested("Is earlier.")
    not_before: DateTimeOrDuration | None = tested("Is this or later.")
    after: DateTimeOrDuration | None = tested("Is later.")
    not_after: DateTimeOrDuration | None = tested("Is this or earlier.")
    is_null: bool | None = tested("Whether there is none.")


@strawberry.input(description="A comparison of a day.")
class DateComparison:
    eq: DateOrDuration | None = tested("Is this day.")
    before: DateOrDuration | None = tested("Is earlier.")
    not_before: DateOrDuration | None = tested("Is this day or later.")
    after: DateOrDuration | None = tested("Is later.")
    not_after: DateOrDuration | None = tested("Is this day or earlier.")
    is_null: bool | None = tested("Whether there is none.")


@strawberry.input(description="A comparison of the kind of work.")
class KindComparison:
    eq: WorkNodeKind | None = tested("Is this one.")
    in_: list[WorkNodeKind] | None = tested("Is one of these.", name="in")


@strawberry.input(description="A comparison of a value from a closed list.")
class Comparison(Generic[E]):
    eq: E | None = tested("Is this one.")
    in_: list[E] | None = tested("Is one of these.", name="in")
    is_null: bool | None = tested("Whether there is none.")


W = TypeVar("W")


@strawberry.input(description="How many of those that are reached must be such.")
class Test(Generic[W]):
    some: W | None = tested("At least one is such.")
    every: W | None = tested("All are such; so it is, too, where there are none.")
    none: W | None = tested("None is such.")
