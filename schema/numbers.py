"""The numbers, as they are published: each extends the record that its measure answers."""

from typing import TYPE_CHECKING, Annotated

import strawberry

from graph.records import numbers
from resolvers.arguments import Said
from resolvers.declared import KindEnum
from resolvers.fields import leaf
from resolvers.numbers import explained, named
from resolvers.types import published

from .scalars import MeasureBasis, WorkNodeKind
from .sorts import ContributionOrder

if TYPE_CHECKING:
    from .work import WorkNode

BASIS = Annotated[MeasureBasis, Said(description="What it is counted in.")], MeasureBasis.ESTIMATE
TARGETS = Annotated[list[WorkNodeKind] | None, Said(description="Only targets of these kinds.")], strawberry.UNSET

AnyWork = Annotated["WorkNode", strawberry.lazy("schema.work")]


@published
class Contribution(numbers.Contribution):
    node: AnyWork | None = named()  # type: ignore[assignment]
    path: list[AnyWork] = named()  # type: ignore[assignment]


@published
class Rest(numbers.Rest):
    pass


@published
class Explanation(numbers.Explanation):
    contributions: list[Contribution]  # type: ignore[assignment]
    rest: Rest | None


@published
class Progress(numbers.Progress):
    explanation: Explanation | None = explained(
        ContributionOrder, "What it is made of: contributions that add up to the value."
    )


@published
class Effort(numbers.Effort):
    explanation: Explanation | None = explained(
        ContributionOrder, "What it is made of: contributions that add up to the total."
    )


@published
class AttributionTo(numbers.AttributionTo):
    target: AnyWork | None = named()  # type: ignore[assignment]


@published
class Attribution(numbers.Attribution):
    to: list[AttributionTo]  # type: ignore[assignment]


@published
class Health(numbers.Health):
    pass


@published
class KindStateCount(numbers.KindStateCount):
    kind: WorkNodeKind = leaf(KindEnum(), "The kind of work.")
