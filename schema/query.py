"""The roots: what can be asked from nothing."""

from functools import partial

import strawberry

from graph.records.transitions import transitions
from resolvers.costing import cost_root
from resolvers.execution import CompiledSchema
from resolvers.fields import by_id, by_ids, by_reference, listed, listed_work, searched
from resolvers.history import feed_root
from resolvers.importing import import_root, imports_root
from resolvers.known import known
from resolvers.scopes import Scope
from resolvers.viewing import viewer_root

from . import around, time, work
from .costs import QueryCost
from .filters import (
    InitiativeWhere,
    KeyResultWhere,
    ObjectiveWhere,
    ProjectWhere,
    StrategyWhere,
    WorkItemWhere,
    WorkWhere,
)
from .filters_around import PeriodWhere, PersonWhere, PrincipalWhere, SpaceWhere, TeamWhere
from .history import ChangeConnection
from .imports import ImportJob
from .mutation import Mutation
from .pages import Connection, SearchConnection
from .scalars import ArchiveFilter, ChangeKind, WorkNodeKind, config
from .sorts import CostRateOrder, NamedOrder, PeriodOrder, WorkOrder
from .transitions import StatusTransition
from .viewer import Viewer

MOST_PER_PAGE = 100
WORK, PEOPLE = Scope.WORK_READ, Scope.PEOPLE_READ
all_work = partial(listed_work, WORK, ArchiveFilter)


@strawberry.type(description="What can be read.")
class Query:
    viewer: Viewer = viewer_root("Who you are to this service, and what you may do.")
    node: around.Node | None = by_id(WORK, "Whatever has this id; null where there is none that you may read.")
    nodes: list[around.Node | None] = by_ids(
        WORK,
        "Whatever has these ids, in their order; null in the place of one that you may not read or that is not there.",
    )
    work_node_by_reference: work.WorkNode | None = by_reference(
        WORK, "The work that is this thing of another tool, by a reference of role IDENTITY; null where there is none."
    )
    search: SearchConnection[work.WorkNode] = searched(
        WORK, WorkNodeKind, WorkWhere, "The work in which words are found, the best matches first."
    )
    strategy: work.Strategy | None = by_id(WORK, "A strategy.")
    strategies: Connection[work.Strategy] = all_work(StrategyWhere, WorkOrder, "All strategies.")
    objective: work.Objective | None = by_id(WORK, "An objective.")
    objectives: Connection[work.Objective] = all_work(ObjectiveWhere, WorkOrder, "All objectives.")
    key_result: work.KeyResult | None = by_id(WORK, "A key result.")
    key_results: Connection[work.KeyResult] = all_work(KeyResultWhere, WorkOrder, "All key results.")
    initiative: work.Initiative | None = by_id(WORK, "An initiative.")
    initiatives: Connection[work.Initiative] = all_work(InitiativeWhere, WorkOrder, "All initiatives.")
    project: work.Project | None = by_id(WORK, "A project.")
    projects: Connection[work.Project] = all_work(ProjectWhere, WorkOrder, "All projects.")
    work_item: work.WorkItem | None = by_id(WORK, "A work item.")
    work_items: Connection[work.WorkItem] = all_work(WorkItemWhere, WorkOrder, "All work items.")
    person: around.Person | None = by_id(PEOPLE, "A person.")
    people: Connection[around.Person] = listed(PEOPLE, PersonWhere, NamedOrder, "All people.")
    team: around.Team | None = by_id(WORK, "A team.")
    teams: Connection[around.Team] = listed(WORK, TeamWhere, NamedOrder, "All teams.")
    period: around.Period | None = by_id(WORK, "A period.")
    periods: Connection[around.Period] = listed(WORK, PeriodWhere, PeriodOrder, "All periods.")
    space: around.Space | None = by_id(WORK, "A space.")
    principal: around.Principal | None = by_id(Scope.ACCESS_MANAGE, "A principal.")
    principals: Connection[around.Principal] = listed(
        Scope.ACCESS_MANAGE, PrincipalWhere, NamedOrder, "All principals: whom access can be granted, or has signed in."
    )
    spaces: Connection[around.Space] = listed(WORK, SpaceWhere, NamedOrder, "All spaces that you may read.")
    changes: ChangeConnection = feed_root(
        Scope.CHANGES_READ,
        ChangeKind,
        "What was changed in the workspace, from the first change on, or from a cursor on.",
    )
    status_transitions: list[StatusTransition] = known(
        WORK, transitions, "What may follow what, where a person sets it."
    )
    cost_rates: Connection[time.CostRate] = listed(
        Scope.COST_READ, time.CostRateWhere, CostRateOrder, "What an hour costs, by role or team, and from which day."
    )
    import_job: ImportJob | None = import_root("An import that you began; null where there is none.")
    import_jobs: list[ImportJob] = imports_root("The imports that you began, the latest first.")
    query_cost: QueryCost = cost_root("What a document would cost. It is read and priced, and not run.")


KINDS = (work.Strategy, work.Objective, work.KeyResult, work.Initiative, work.Project, work.WorkItem, around.CheckIn)
"""Kinds that only an interface leads to are named here, so that the schema knows them."""


def create_schema() -> CompiledSchema:
    """The published schema. It owns what it remembers of the documents that it is asked."""
    return CompiledSchema(Query, Mutation, KINDS, config(), MOST_PER_PAGE)
