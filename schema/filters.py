"""The filters: a property to compare, or what can be reached from the node. All that are given must hold."""

from typing import Optional

import strawberry

from graph.reading.sources import Reach, incoming, outgoing
from graph.relations import ASKS, IN_PERIOD, LINEAGE, MEMBER_OF, OWNED_BY
from resolvers.filters import edge_tested, kind_tested, reached, reached_one, tested, under

from .comparisons import (
    Comparison,
    DateComparison,
    DateTimeComparison,
    IdComparison,
    KindComparison,
    TextComparison,
    TextsComparison,
)
from .scalars import AskSize, FlowState, LifecycleStatus, OwnerRole, PeriodKind, ReportedHealth, StateCategory

ANY_WORK = ("WorkNode",)
UP, DOWN = outgoing(*LINEAGE), incoming(*LINEAGE)


@strawberry.input(description="Which owners.")
class OwnerWhere:
    role: Comparison[OwnerRole] | None = edge_tested("By what they answer for.")
    name: TextComparison | None = tested("By name.")
    id: IdComparison | None = tested("By id.")


@strawberry.input(description="Which teams that are asked.")
class AskedTeamWhere:
    size: Comparison[AskSize] | None = edge_tested("By how much is asked.")
    name: TextComparison | None = tested("By name.")
    id: IdComparison | None = tested("By id.")


@strawberry.input(description="Which teams.")
class TeamWhere:
    id: IdComparison | None = tested("By id.")
    name: TextComparison | None = tested("By name.")
    asked_by: Optional["AnyWorkTest"] = reached(incoming(ASKS), ANY_WORK, "By the work that asks the team.")
    owns: Optional["AnyWorkTest"] = reached(incoming(OWNED_BY), ANY_WORK, "By the work that the team owns.")
    and_: list["TeamWhere"] | None = tested("All of these.", name="and")
    or_: list["TeamWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["TeamWhere"] = tested("Not this.", name="not")


@strawberry.input(description="A test of teams.")
class TeamsTest:
    some: TeamWhere | None = tested("At least one is such.")
    none: TeamWhere | None = tested("None is such.")


@strawberry.input(description="Which people.")
class PersonWhere:
    id: IdComparison | None = tested("By id.")
    name: TextComparison | None = tested("By name.")
    teams: TeamsTest | None = reached(outgoing(MEMBER_OF), ("Team",), "By the teams that the person is in.")
    owns: Optional["AnyWorkTest"] = reached(incoming(OWNED_BY), ANY_WORK, "By the work that the person owns.")
    and_: list["PersonWhere"] | None = tested("All of these.", name="and")
    or_: list["PersonWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["PersonWhere"] = tested("Not this.", name="not")


@strawberry.input(description="Which periods.")
class PeriodWhere:
    id: IdComparison | None = tested("By id.")
    name: TextComparison | None = tested("By name.")
    period_kind: Comparison[PeriodKind] | None = tested("By length.")
    starts_on: DateComparison | None = tested("By first day.")
    ends_on: DateComparison | None = tested("By last day.")
    and_: list["PeriodWhere"] | None = tested("All of these.", name="and")
    or_: list["PeriodWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["PeriodWhere"] = tested("Not this.", name="not")


@strawberry.input(description="Which spaces.")
class SpaceWhere:
    id: IdComparison | None = tested("By id.")
    name: TextComparison | None = tested("By name.")


@strawberry.input(description="Which check-ins.")
class CheckInWhere:
    as_of: DateComparison | None = tested("By the day that they speak of.")
    health: Comparison[ReportedHealth] | None = tested("By the health that they report.")


@strawberry.input(description="A test of owners.")
class OwnersTest:
    some: OwnerWhere | None = tested("At least one is such.")
    none: OwnerWhere | None = tested("None is such.")


@strawberry.input(description="A test of the teams that are asked.")
class AskedTeamsTest:
    some: AskedTeamWhere | None = tested("At least one is such.")
    none: AskedTeamWhere | None = tested("None is such.")


@strawberry.input(description="A test of work of any kind.")
class AnyWorkTest:
    some: Optional["WorkWhere"] = tested("At least one is such.")
    none: Optional["WorkWhere"] = tested("None is such.")


@strawberry.input(description="What all kinds of work can be tested by.")
class WorkTests:
    id: IdComparison | None = tested("By id.")
    title: TextComparison | None = tested("By title.")
    description: TextComparison | None = tested("By description.")
    labels: TextsComparison | None = tested("By label.")
    state_category: Comparison[StateCategory] | None = tested("By where it stands, whatever its kind.")
    created_at: DateTimeComparison | None = tested("By when it was first recorded.")
    updated_at: DateTimeComparison | None = tested("By when it was last changed.")
    owners: OwnersTest | None = reached(outgoing(OWNED_BY), ("Person", "Team"), "By owner.")
    asks: AskedTeamsTest | None = reached(outgoing(ASKS), ("Team",), "By the teams that it asks.")
    parents: AnyWorkTest | None = reached(UP, ANY_WORK, "By what it counts towards, one step up.")
    children: AnyWorkTest | None = reached(DOWN, ANY_WORK, "By what counts towards it, one step down.")
    ancestors: AnyWorkTest | None = reached(Reach(UP), ANY_WORK, "By what it counts towards, however far up.")
    descendants: AnyWorkTest | None = reached(Reach(DOWN), ANY_WORK, "By what counts towards it, however far down.")
    under: strawberry.ID | None = under(Reach(UP), "Counts towards the node with this id, however far up.")


@strawberry.input(description="Which work, of any kind. A property that a kind lacks has no value there.")
class WorkWhere(WorkTests):
    kind: KindComparison | None = kind_tested("By kind.")
    status: Comparison[LifecycleStatus] | None = tested("By lifecycle.")
    flow_state: Comparison[FlowState] | None = tested("By flow of work.")
    source_status: TextComparison | None = tested("By the source's own word for where it stands.")
    item_type: TextComparison | None = tested("By the source's own word for the sort of work.")
    period: PeriodWhere | None = reached_one(outgoing(IN_PERIOD), ("Period",), "By the period that it is planned for.")
    and_: list["WorkWhere"] | None = tested("All of these.", name="and")
    or_: list["WorkWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["WorkWhere"] = tested("Not this.", name="not")


@strawberry.input(description="Which strategies.")
class StrategyWhere(WorkTests):
    status: Comparison[LifecycleStatus] | None = tested("By lifecycle.")
    source_status: TextComparison | None = tested("By the source's own word for where it stands.")
    period: PeriodWhere | None = reached_one(outgoing(IN_PERIOD), ("Period",), "By the period that it is planned for.")
    and_: list["StrategyWhere"] | None = tested("All of these.", name="and")
    or_: list["StrategyWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["StrategyWhere"] = tested("Not this.", name="not")


@strawberry.input(description="Which objectives.")
class ObjectiveWhere(WorkTests):
    status: Comparison[LifecycleStatus] | None = tested("By lifecycle.")
    source_status: TextComparison | None = tested("By the source's own word for where it stands.")
    period: PeriodWhere | None = reached_one(outgoing(IN_PERIOD), ("Period",), "By the period that it is planned for.")
    start_on: DateComparison | None = tested("By the day on which it is meant to begin.")
    target_on: DateComparison | None = tested("By the day by which it is meant to be reached.")
    and_: list["ObjectiveWhere"] | None = tested("All of these.", name="and")
    or_: list["ObjectiveWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["ObjectiveWhere"] = tested("Not this.", name="not")


@strawberry.input(description="Which key results.")
class KeyResultWhere(WorkTests):
    and_: list["KeyResultWhere"] | None = tested("All of these.", name="and")
    or_: list["KeyResultWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["KeyResultWhere"] = tested("Not this.", name="not")


@strawberry.input(description="Which initiatives.")
class InitiativeWhere(WorkTests):
    status: Comparison[LifecycleStatus] | None = tested("By lifecycle.")
    source_status: TextComparison | None = tested("By the source's own word for where it stands.")
    period: PeriodWhere | None = reached_one(outgoing(IN_PERIOD), ("Period",), "By the period that it is planned for.")
    start_on: DateComparison | None = tested("By the day on which it is meant to begin.")
    target_on: DateComparison | None = tested("By the day by which it is meant to be reached.")
    and_: list["InitiativeWhere"] | None = tested("All of these.", name="and")
    or_: list["InitiativeWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["InitiativeWhere"] = tested("Not this.", name="not")


@strawberry.input(description="Which projects.")
class ProjectWhere(WorkTests):
    status: Comparison[LifecycleStatus] | None = tested("By lifecycle.")
    source_status: TextComparison | None = tested("By the source's own word for where it stands.")
    start_on: DateComparison | None = tested("By the day on which it is meant to begin.")
    target_on: DateComparison | None = tested("By the day by which it is meant to be reached.")
    and_: list["ProjectWhere"] | None = tested("All of these.", name="and")
    or_: list["ProjectWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["ProjectWhere"] = tested("Not this.", name="not")


@strawberry.input(description="Which work items.")
class WorkItemWhere(WorkTests):
    flow_state: Comparison[FlowState] | None = tested("By flow of work.")
    source_status: TextComparison | None = tested("By the source's own word for where it stands.")
    item_type: TextComparison | None = tested("By the source's own word for the sort of work.")
    and_: list["WorkItemWhere"] | None = tested("All of these.", name="and")
    or_: list["WorkItemWhere"] | None = tested("Any of these.", name="or")
    not_: Optional["WorkItemWhere"] = tested("Not this.", name="not")
