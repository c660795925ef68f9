"""The filters of work: a property to compare, or what can be reached from the node. All that are given must hold."""

from typing import Optional

import strawberry

from graph.measures.attainment import AttainmentOf
from graph.measures.effort import EffortOf
from graph.measures.health import HealthOf
from graph.measures.progress import ProgressOf
from graph.reading.sources import Reach, Told, incoming, outgoing
from graph.relations import ASKS, CONTINUES, IN_PERIOD, LINEAGE, OWNED_BY
from resolvers.filters import kind_tested, number_tested, reached, reached_one, record_tested, tested, under, where

from .comparisons import (
    Comparison,
    DateComparison,
    DateTimeComparison,
    IdComparison,
    IntComparison,
    KindComparison,
    MeasureTest,
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
    ComputedHealth,
    FlowItemType,
    FlowState,
    HealthReport,
    KeyResultDirection,
    KeyResultUnit,
    LifecycleStatus,
    MeasureBasis,
    ObjectiveOutcome,
    Priority,
    ProgressMethod,
    StateCategory,
    WorkCategory,
)

UP, DOWN = outgoing(*LINEAGE), incoming(*LINEAGE)


@strawberry.input(description="What health can be tested by. Lists of at most 1,000 can be filtered by it.")
class HealthTest:
    reported: Comparison[HealthReport] | None = tested("By what the latest check-in says.")
    computed: Comparison[ComputedHealth] | None = tested("By progress beside the time that has passed.")
    expected_progress: MeasureTest | None = tested("By which part of its time has passed.")
    conflict: bool | None = tested("Whether what is reported and what is computed differ.")


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
    progress: MeasureTest | None = number_tested(ProgressOf(), "value", "By how far it is.")
    effort: MeasureTest | None = number_tested(
        EffortOf(MeasureBasis.ESTIMATE), "total", "By how much work stands behind it, by estimates."
    )
    health: HealthTest | None = record_tested(HealthOf(), "By how it goes.")
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


@strawberry.input(description="What objectives alone can be tested by.")
class ObjectiveTests:
    confidence: NumberComparison | None = tested("By how sure its owners are that it will be reached, 0 to 1.")
    outcome: Comparison[ObjectiveOutcome] | None = tested("By what came of it.")
    score: NumberComparison | None = tested("By how far it was reached in the end, 0 to 1.")


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
    attainment: MeasureTest | None = number_tested(AttainmentOf(), None, "By how far it is from start to target.")


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
    WorkTests,
    PlannedTests,
    PeriodTests,
    DatedTests,
    FollowedTests,
    ObjectiveTests,
    PriorityTests,
    KeyResultTests,
    WorkItemTests,
):
    kind: KindComparison | None = kind_tested("By kind.")


@where("Which strategies.")
class StrategyWhere(WorkTests, PlannedTests, PeriodTests):
    pass


@where("Which objectives.")
class ObjectiveWhere(WorkTests, PlannedTests, PeriodTests, DatedTests, FollowedTests, ObjectiveTests):
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
