"""How one property is compared. All that are given must hold; a name is an operator of graph/reading/predicates."""

from datetime import date, datetime
from typing import Generic, TypeVar

import strawberry

from resolvers.filters import tested

from .scalars import WorkNodeKind

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


@strawberry.input(description="A comparison of an instant.")
class DateTimeComparison:
    before: datetime | None = tested("Is earlier.")
    after: datetime | None = tested("Is later.")


@strawberry.input(description="A comparison of a day.")
class DateComparison:
    eq: date | None = tested("Is this day.")
    before: date | None = tested("Is earlier.")
    after: date | None = tested("Is later.")
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
