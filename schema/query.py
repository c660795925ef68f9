"""The roots: what can be asked from nothing."""

import strawberry

from resolvers.execution import CompiledSchema
from resolvers.fields import by_id, listed
from resolvers.scopes import Scope

from . import around, work
from .filters import (
    InitiativeWhere,
    KeyResultWhere,
    ObjectiveWhere,
    PeriodWhere,
    PersonWhere,
    ProjectWhere,
    SpaceWhere,
    StrategyWhere,
    TeamWhere,
    WorkItemWhere,
)
from .pages import Connection
from .scalars import config
from .sorts import NamedOrder, WorkOrder

MOST_PER_PAGE = 100
WORK, PEOPLE = Scope.WORK_READ, Scope.PEOPLE_READ


@strawberry.type(description="What can be read.")
class Query:
    node: around.Node | None = by_id(WORK, "Whatever has this id; null where there is none that you may read.")
    strategy: work.Strategy | None = by_id(WORK, "A strategy.")
    strategies: Connection[work.Strategy] = listed(WORK, StrategyWhere, WorkOrder, "All strategies.")
    objective: work.Objective | None = by_id(WORK, "An objective.")
    objectives: Connection[work.Objective] = listed(WORK, ObjectiveWhere, WorkOrder, "All objectives.")
    key_result: work.KeyResult | None = by_id(WORK, "A key result.")
    key_results: Connection[work.KeyResult] = listed(WORK, KeyResultWhere, WorkOrder, "All key results.")
    initiative: work.Initiative | None = by_id(WORK, "An initiative.")
    initiatives: Connection[work.Initiative] = listed(WORK, InitiativeWhere, WorkOrder, "All initiatives.")
    project: work.Project | None = by_id(WORK, "A project.")
    projects: Connection[work.Project] = listed(WORK, ProjectWhere, WorkOrder, "All projects.")
    work_item: work.WorkItem | None = by_id(WORK, "A work item.")
    work_items: Connection[work.WorkItem] = listed(WORK, WorkItemWhere, WorkOrder, "All work items.")
    person: around.Person | None = by_id(PEOPLE, "A person.")
    people: Connection[around.Person] = listed(PEOPLE, PersonWhere, NamedOrder, "All people.")
    team: around.Team | None = by_id(WORK, "A team.")
    teams: Connection[around.Team] = listed(WORK, TeamWhere, NamedOrder, "All teams.")
    period: around.Period | None = by_id(WORK, "A period.")
    periods: Connection[around.Period] = listed(WORK, PeriodWhere, NamedOrder, "All periods.")
    space: around.Space | None = by_id(WORK, "A space.")
    spaces: Connection[around.Space] = listed(WORK, SpaceWhere, NamedOrder, "All spaces that you may read.")


KINDS = (work.Strategy, work.Objective, work.KeyResult, work.Initiative, work.Project, work.WorkItem, around.CheckIn)
"""Kinds that only an interface leads to are named here, so that the schema knows them."""


def create_schema() -> CompiledSchema:
    """The published schema. It owns what it remembers of the documents that it is asked."""
    return CompiledSchema(Query, KINDS, config(), MOST_PER_PAGE)
