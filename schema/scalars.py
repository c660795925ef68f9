"""How the model's own scalars and enums are published, and how types that take another type are named."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NewType

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.schema.name_converter import NameConverter
from strawberry.schema.types.scalar import DEFAULT_SCALAR_REGISTRY
from strawberry.types.base import StrawberryObjectDefinition, StrawberryType
from strawberry.types.scalar import ScalarDefinition

from graph import kinds, orders, relations
from graph.jobs import job
from graph.records import keeping, moving, states
from graph.records.words import Described, Id
from graph.writing import stated
from resolvers import moments
from resolvers.published import screaming


def published_enum(enum: Any, name: str | None = None) -> Any:
    """`Any`, since a checker takes no variable for a type, and these are types of fields."""
    published = strawberry.enum(enum, name=name, description=enum.__doc__)
    for value in published.__strawberry_definition__.values:
        value.description = enum[value.name].meaning
    return published


def described(name: str, description: str, members: Mapping[str, tuple[str, str]]) -> Any:
    """An enum of ours made from a table of the graph."""
    made: Any = Described(name, members)  # type: ignore[arg-type]
    made.__doc__ = description
    return published_enum(made)


WorkNodeKind = described(
    "WorkNodeKind",
    "The kinds of work, from task to strategy.",
    {screaming(kind.name): (kind.name, str(kind.record.__doc__)) for kind in kinds.KINDS if kind.rank is not None},
)
LineageRelation = described(
    "LineageRelation",
    "How a child counts towards a parent.",
    {row.name: (row.name, row.meaning) for row in relations.LINEAGE},
)
StatedRelation = described(
    "StatedRelation",
    "The relations that a source may state.",
    {row.name: (row.name, row.meaning) for row in relations.STATED},
)
UpsertOutcome = published_enum(stated.Outcome, "UpsertOutcome")
LifecycleStatus = published_enum(states.LifecycleStatus)
FlowState = published_enum(states.FlowState)
StateCategory = published_enum(states.StateCategory)
ObjectiveOutcome = published_enum(states.ObjectiveOutcome)
ClosingStatus = published_enum(states.ClosingStatus)
OwnerRole = published_enum(states.OwnerRole)
AskSize = published_enum(states.AskSize)
PeriodKind = published_enum(states.PeriodKind)
DatePrecision = published_enum(states.DatePrecision)
ReportedHealth = published_enum(states.ReportedHealth)
ReferenceRole = published_enum(states.ReferenceRole)
Priority = published_enum(states.Priority)
WorkCategory = published_enum(states.WorkCategory)
FlowItemType = published_enum(states.FlowItemType)
KeyResultDirection = published_enum(states.KeyResultDirection)
KeyResultUnit = published_enum(states.KeyResultUnit)
ProgressMethod = published_enum(states.ProgressMethod)
ProgressSource = published_enum(states.ProgressSource)
MeasureBasis = published_enum(states.MeasureBasis)
HealthReport = published_enum(states.HealthReport)
ComputedHealth = published_enum(states.ComputedHealth)
WorkSort = published_enum(orders.WorkSort)
LineageSort = published_enum(orders.LineageSort)
ChangeKind = published_enum(keeping.ChangeKind)
ArchiveFilter = published_enum(keeping.ArchiveFilter)
MovingMeasure = published_enum(moving.MovingMeasure)
SpaceRole = published_enum(states.SpaceRole)
PrincipalKind = published_enum(states.PrincipalKind)
NamedSort = published_enum(orders.NamedSort)
PeriodSort = published_enum(orders.PeriodSort)
CheckInSort = published_enum(orders.CheckInSort)
ImportState = published_enum(job.JobState, "ImportState")
TimeSort = published_enum(orders.TimeSort)
RateSort = published_enum(orders.RateSort)
ContributionSort = published_enum(orders.ContributionSort)


DateTimeOrDuration = NewType("DateTimeOrDuration", object)
DateOrDuration = NewType("DateOrDuration", object)
MOMENTS: Mapping[object, ScalarDefinition] = MappingProxyType(
    {
        DateTimeOrDuration: strawberry.scalar(
            name="DateTimeOrDuration",
            description='An instant, as "2026-01-31T12:00:00Z" (UTC unless it says), or an ISO 8601 duration from the'
            ' instant of the request, as "-P2W" or "PT36H"; days and months are those of UTC.',
            specified_by_url="https://www.iso.org/iso-8601-date-and-time-format.html",
            serialize=str,
            parse_value=moments.instant,
        ),
        DateOrDuration: strawberry.scalar(
            name="DateOrDuration",
            description='A day, as "2026-01-31", or an ISO 8601 duration of whole days from today in UTC, as "P1M".',
            specified_by_url="https://www.iso.org/iso-8601-date-and-time-format.html",
            serialize=str,
            parse_value=moments.day,
        ),
    }
)


class Names(NameConverter):
    """`LineageConnection` of any work is called just that; of objectives, `ObjectiveLineageConnection`.

    A `Test` of `OwnerWhere` is called `OwnerTest`.
    """

    def from_generic(self, generic_type: StrawberryObjectDefinition, types: list[StrawberryType | type]) -> str:
        named = super().from_generic(generic_type, types)
        return named.removeprefix("WorkNode").replace("WhereTest", "Test")


def config() -> StrawberryConfig:
    """The settings of the schema."""
    return StrawberryConfig(name_converter=Names(), scalar_map={Id: DEFAULT_SCALAR_REGISTRY[strawberry.ID], **MOMENTS})
