"""What a change moves, as it is published: each type extends the record that says it."""

from graph.records import moving
from resolvers.numbers import named
from resolvers.types import published

from .numbers import AnyWork


@published
class MovedNumber(moving.MovedNumber):
    node: AnyWork | None = named()  # type: ignore[assignment]


@published
class ChangeEffects(moving.ChangeEffects):
    numbers: list[MovedNumber]  # type: ignore[assignment]
