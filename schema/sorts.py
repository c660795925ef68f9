"""The orders that a list can be asked in."""

from enum import Enum

import strawberry

from .scalars import (
    CheckInSort,
    ContributionSort,
    LineageSort,
    NamedSort,
    PeriodSort,
    RateSort,
    TimeSort,
    WorkSort,
)


@strawberry.enum(description="Which way a sort goes.")
class Direction(Enum):
    ASC = strawberry.enum_value("ASC", description="From the least to the greatest.")
    DESC = strawberry.enum_value("DESC", description="From the greatest to the least.")


@strawberry.input(description="One key of an order of work. The id decides where all keys are equal.")
class WorkOrder:
    field: WorkSort = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")


@strawberry.input(description="One key of an order of ancestors or descendants.")
class LineageOrder:
    field: LineageSort = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")


@strawberry.input(description="One key of an order of people, teams or spaces.")
class NamedOrder:
    field: NamedSort = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")


@strawberry.input(description="One key of an order of periods.")
class PeriodOrder:
    field: PeriodSort = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")


@strawberry.input(description="One key of an order of check-ins.")
class CheckInOrder:
    field: CheckInSort = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")


@strawberry.input(description="One key of an order of contributions to a number; what is unknown comes last.")
class ContributionOrder:
    field: ContributionSort = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.DESC, description="Which way.")


@strawberry.input(description="One key of an order of time entries.")
class TimeEntryOrder:
    field: TimeSort = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")


@strawberry.input(description="One key of an order of rates.")
class CostRateOrder:
    field: RateSort = strawberry.field(description="By what.")
    direction: Direction = strawberry.field(default=Direction.ASC, description="Which way.")
