"""The filters of work: a property to compare, or what can be reached from the node. All that are given must hold."""

from typing import Optional

import strawberry

from graph.reading.sources import Reach, Told, incoming, outgoing
from graph.relations import ASKS, CONTINUES, IN_PERIOD, LINEAGE, OWNED_BY
from resolvers.filters import kind_tested, reached, reached_one, tested, under, where

from .comparisons import (
    Comparison,
    DateComparison,
    DateTimeComparison,
    IdComparison,
    IntComparison,
    KindComparison,
    NumberComparison,
    Test,
    TextComparison,
    TextsComparison,
)
from .filters_around import (
    ANY_WORK,
    AskedTeamWhere,
    CheckInWhere,
    OwnerWhere,
    PeriodWhere,
    ReferenceWhere,
    SpaceWhere,
)
from .scalars import (
    FlowItemType,
    FlowState,
    KeyResultDirection,
    KeyResultUnit,
    LifecycleStatus,
    Priority,
    ProgressMethod,
    StateCategory,
    WorkCategory,
)

UP, DOWN = outgoing(*LINEAGE), incoming(*LINEAGE)


@strawberry.input(description="What all kinds of work can be tested by.")
class WorkTests:
    id: IdComparison | None = tested("By id.")
    title: TextComparison | None = tested("By title.")
    description: TextComparison | None = tested("By description.")
    labels: TextsComparison | None = tested("By label.")
    state_category: Comparison[StateCategory] | None = tested("By where it stands, whatever its kind.")
    revision: IntComparison | None = tested("By how often it has been changed, from 1.")
    created_at: DateTimeComparison | None = tested("By when it was first recorded.")
    updated_at: DateTimeComparison | None = tested("By when it was last changed.")
    space: SpaceWhere | None = reached_one(Told("Node", "id", "space"), ("Space",), "By the space that it lives in.")
    owners: Test[OwnerWhere] | None = reached(outgoing(OWNED_BY), ("Person", "Team"), "By owner.")
    asks: Test[AskedTeamWhere] | None = reached(outgoing(ASKS), ("Team",), "By the teams that it asks.")
    references: Test[ReferenceWhere] | None = reached(
        Told("ExternalReference", "node", "id"), ("ExternalReference",), "By what it is called in other tools."
    )
    check_ins: Test[CheckInWhere] | None = reached(
        Told("CheckIn", "subject", "id"), ("CheckIn",), "By what was reported of it."
    )
    parents: Test["WorkWhere"] | None = reached(UP, ANY_WORK, "By what it counts towards, one step up.")
    children: Test["WorkWhere"] | None = reached(DOWN, ANY_WORK, "By what counts towards it, one step down.")
    ancestors: Test["WorkWhere"] | None = reached(Reach(UP), ANY_WORK, "By what it counts towards, however far up.")
    descendants: Test["WorkWhere"] | None = reached(
        Reach(DOWN), ANY_WORK, "By what counts towards it, however far down."
    )
    under: strawberry.ID | None = under(Reach(UP), "Counts towards the node with this id, however far up.")


@strawberry.input(description="What work with a lifecycle of its own can be tested by.")
class PlannedTests:
    status: Comparison[LifecycleStatus] | None = tested("By lifecycle.")
    source_status: TextComparison | None = tested("By the source's own word for where it stands.")


@strawberry.input(description="What work that is planned for a period can be tested by.")
class PeriodTests:
    period: PeriodWhere | None = reached_one(outgoing(IN_PERIOD), ("Period",), "By the period that it is planned for.")


@strawberry.input(description="What work with dates of its own can be tested by.")
class DatedTests:
    start_on: DateComparison | None = tested("By the day on which it is meant to begin.")
    target_on: DateComparison | None = tested("By the day by which it is meant to be reached.")


@strawberry.input(description="What work whose progress is followed can be tested by.")
class FollowedTests:
    progress_method: Comparison[ProgressMethod] | None = tested("By how its progress is computed.")
    check_in_cadence_days: IntComparison | None = tested("By how many days may pass between two check-ins.")


@strawberry.input(description="What work that has a priority can be tested by.")
class PriorityTests:
    priority: Comparison[Priority] | None = tested("By how soon it should be done.")


@strawberry.input(description="What key results can be tested by.")
class KeyResultTests:
    direction: Comparison[KeyResultDirection] | None = tested("By which way it is meant to go.")
    unit: Comparison[KeyResultUnit] | None = tested("By what it is counted in.")
    currency: TextComparison | None = tested("By the ISO 4217 code of its currency.")
    start_value: NumberComparison | None = tested("By the value at the start.")
    target_value: NumberComparison | None = tested("By the value to be reached.")
    minimum_value: NumberComparison | None = tested("By the least that it may be.")
    maximum_value: NumberComparison | None = tested("By the most that it may be.")


@strawberry.input(description="What work items can be tested by.")
class WorkItemTests:
    flow_state: Comparison[FlowState] | None = tested("By flow of work.")
    source_status: TextComparison | None = tested("By the source's own word for where it stands.")
    item_type: TextComparison | None = tested("By the source's own word for the sort of work.")
    flow_item_type: Comparison[FlowItemType] | None = tested("By what it is to the business.")
    category: Comparison[WorkCategory] | None = tested("By what sort of demand it answers.")
    estimate: NumberComparison | None = tested("By size, in the workspace's unit.")
    percent_complete: NumberComparison | None = tested("By how far it is, as was said, 0 to 1.")
    due_on: DateComparison | None = tested("By the day by which it is due.")
    started_at: DateTimeComparison | None = tested("By when work on it began.")
    completed_at: DateTimeComparison | None = tested("By when it was done.")


@where("Which work, of any kind. A property that a kind lacks has no value there.")
class WorkWhere(
    WorkTests, PlannedTests, PeriodTests, DatedTests, FollowedTests, PriorityTests, KeyResultTests, WorkItemTests
):
    kind: KindComparison | None = kind_tested("By kind.")


@where("Which strategies.")
class StrategyWhere(WorkTests, PlannedTests, PeriodTests):
    pass


@where("Which objectives.")
class ObjectiveWhere(WorkTests, PlannedTests, PeriodTests, DatedTests, FollowedTests):
    continues: Optional["ObjectiveWhere"] = reached_one(
        outgoing(CONTINUES), ("Objective",), "By the objective before, whose work it carries on."
    )
    continued_by: Optional["ObjectiveWhere"] = reached_one(
        incoming(CONTINUES), ("Objective",), "By the objective after, that carries its work on."
    )


@where("Which key results.")
class KeyResultWhere(WorkTests, KeyResultTests):
    pass


@where("Which initiatives.")
class InitiativeWhere(WorkTests, PlannedTests, PeriodTests, DatedTests, FollowedTests, PriorityTests):
    pass


@where("Which projects.")
class ProjectWhere(WorkTests, PlannedTests, DatedTests):
    pass


@where("Which work items.")
class WorkItemWhere(WorkTests, PriorityTests, WorkItemTests):
    pass
