"""The kinds of work, as they are published: each extends its record and says how it is related."""

from typing import Optional

import strawberry

from graph.measures.attainment import AttainmentOf
from graph.measures.attribution import AttributionOf
from graph.measures.counts import DescendantCountsOf
from graph.measures.effort import EffortOf
from graph.measures.health import HealthOf
from graph.measures.progress import ProgressOf
from graph.reading.conditions import Key
from graph.reading.sources import Told, incoming, outgoing
from graph.records import work
from graph.relations import ASKS, BLOCKS, CONTINUES, IN_PERIOD, LINEAGE, OWNED_BY, SUPERSEDES
from resolvers.declared import EdgeProperty, KindEnum, PageRows, ViewerCan
from resolvers.fields import leaf, pages, paths, reached, reached_with_leaves, related, steps
from resolvers.numbers import measured
from resolvers.properties import guarded
from resolvers.scopes import Scope
from resolvers.types import published, published_interface

from .around import BY_NAME, CheckIn, ExternalReference, Node, Owner, Period, Space, Team
from .filters import InitiativeWhere, KeyResultWhere, ObjectiveWhere, ProjectWhere, WorkItemWhere, WorkWhere
from .filters_around import AskedTeamWhere, CheckInWhere, OwnerWhere
from .history import RevisionConnection, revisions
from .money import Money
from .numbers import BASIS, TARGETS, Attribution, Effort, Health, KindStateCount, Progress
from .pages import AncestorConnection, Connection, DescendantConnection, Edge, LineageConnection, LineagePaths
from .permissions import ViewerPermissions
from .scalars import AskSize, LineageRelation, OwnerRole, WorkNodeKind
from .sorts import CheckInOrder, LineageOrder, NamedOrder, TimeEntryOrder, WorkOrder
from .time import TimeEntry, TimeEntryWhere

UP, DOWN = outgoing(*LINEAGE), incoming(*LINEAGE)
LATEST_DAY_FIRST = (Key("day", descending=True), Key("id", descending=True))
LATEST_FIRST = (Key("asOf", descending=True), Key("id", descending=True))
BY_KEY = (Key("key"),)


@strawberry.type(description="An owner of a piece of work.")
class OwnershipEdge(Edge[Owner]):
    role: OwnerRole = leaf(EdgeProperty(), "What the owner answers for.")


@strawberry.type(description="One page of the owners of a piece of work.")
class OwnershipConnection(Connection[Owner]):
    edges: list[OwnershipEdge] = leaf(PageRows(), "The rows, with the owners' roles.")  # type: ignore[assignment]


@strawberry.type(description="A team that is asked, and for how much.")
class AskedTeamEdge(Edge[Team]):
    size: AskSize | None = leaf(EdgeProperty(), "How much is asked; null where it was not said.")


@strawberry.type(description="One page of the teams that a piece of work asks.")
class AskedTeamConnection(Connection[Team]):
    edges: list[AskedTeamEdge] = leaf(PageRows(), "The rows, with how much is asked.")  # type: ignore[assignment]


@published_interface
class WorkNode(work.WorkNode, Node):
    kind: WorkNodeKind = leaf(KindEnum(), "Which kind of work it is.")
    space: Space | None = related(
        Told("Node", "id", "space"), "The space that it lives in, which says who may read it."
    )
    owners: OwnershipConnection = pages(outgoing(OWNED_BY), OwnerWhere, NamedOrder, "Who answers for it.", BY_NAME)
    asks: AskedTeamConnection = pages(outgoing(ASKS), AskedTeamWhere, NamedOrder, "The teams that it asks.", BY_NAME)
    references: list[ExternalReference] = related(
        Told("ExternalReference", "node", "id"), "What it is called in other tools, or is related to there.", BY_KEY
    )
    blocks: Connection["WorkNode"] = pages(outgoing(BLOCKS), WorkWhere, WorkOrder, "What waits for it.")
    blocked_by: Connection["WorkNode"] = pages(incoming(BLOCKS), WorkWhere, WorkOrder, "What it waits for.")
    supersedes: Connection["WorkNode"] = pages(outgoing(SUPERSEDES), WorkWhere, WorkOrder, "Whose place it takes.")
    superseded_by: Connection["WorkNode"] = pages(incoming(SUPERSEDES), WorkWhere, WorkOrder, "What takes its place.")
    time_entries: Connection[TimeEntry] | None = pages(
        Told("TimeEntry", "subject", "id"),
        TimeEntryWhere,
        TimeEntryOrder,
        "The time that single persons worked on it.",
        LATEST_DAY_FIRST,
        Scope.PEOPLE_READ,
    )
    check_ins: Connection[CheckIn] = pages(
        Told("CheckIn", "subject", "id"), CheckInWhere, CheckInOrder, "What was reported of it.", LATEST_FIRST
    )
    parents: LineageConnection["WorkNode"] = steps(
        UP, WorkNodeKind, LineageRelation, WorkWhere, WorkOrder, "What it counts towards, one step up."
    )
    children: LineageConnection["WorkNode"] = steps(
        DOWN, WorkNodeKind, LineageRelation, WorkWhere, WorkOrder, "What counts towards it, one step down."
    )
    ancestors: AncestorConnection["WorkNode"] = reached(
        UP, WorkNodeKind, WorkWhere, LineageOrder, "All that it counts towards, each once, the nearest first."
    )
    descendants: DescendantConnection["WorkNode"] = reached_with_leaves(
        DOWN, WorkNodeKind, WorkWhere, LineageOrder, "All that counts towards it, each once, the nearest first."
    )
    paths: LineagePaths["WorkNode"] = paths(UP, WorkNodeKind, "The paths by which it counts towards others.")
    progress: Progress | None = measured(ProgressOf, "How far it is.")
    effort: Effort | None = measured(EffortOf, "How much work stands behind it.", basis=BASIS)
    attribution: Attribution | None = measured(AttributionOf, "What it is for.", kinds=TARGETS)
    health: Health | None = measured(HealthOf, "How it goes, as reported and as computed.")
    descendant_counts: list[KindStateCount] = measured(
        DescendantCountsOf, "How many descendants there are, each once, by their kind and where they stand."
    )
    history: RevisionConnection | None = revisions("What was changed of what it holds, the latest first.")
    viewer_can: ViewerPermissions = leaf(ViewerCan(), "What you may do with it.")


@published
class Strategy(work.Strategy, WorkNode):
    period: Period | None = related(outgoing(IN_PERIOD), "The period that it spans.")
    objectives: LineageConnection["Objective"] = pages(DOWN, ObjectiveWhere, WorkOrder, "The objectives that serve it.")


@published
class Objective(work.Objective, WorkNode):
    expected_value: Money | None = guarded(Scope.COST_READ)
    realised_value: Money | None = guarded(Scope.COST_READ)
    period: Period | None = related(outgoing(IN_PERIOD), "The period that it is planned for.")
    continues: Optional["Objective"] = related(outgoing(CONTINUES), "The objective before, whose work it carries on.")
    continued_by: Optional["Objective"] = related(incoming(CONTINUES), "The objective after, that carries its work on.")
    key_results: LineageConnection["KeyResult"] = pages(DOWN, KeyResultWhere, WorkOrder, "Its measured signs.")
    objectives: LineageConnection["Objective"] = pages(DOWN, ObjectiveWhere, WorkOrder, "The objectives that serve it.")
    initiatives: LineageConnection["Initiative"] = pages(
        DOWN, InitiativeWhere, WorkOrder, "The initiatives that serve it."
    )
    projects: LineageConnection["Project"] = pages(DOWN, ProjectWhere, WorkOrder, "The projects that serve it.")
    work_items: LineageConnection["WorkItem"] = pages(
        DOWN, WorkItemWhere, WorkOrder, "The work items that serve it directly."
    )


@published
class KeyResult(work.KeyResult, WorkNode):
    attainment: float | None = measured(
        AttainmentOf, "How far it is from the start to the target: its progress, which may be below 0 or above 1 here."
    )
    initiatives: LineageConnection["Initiative"] = pages(
        DOWN, InitiativeWhere, WorkOrder, "The initiatives that serve it."
    )


@published
class Initiative(work.Initiative, WorkNode):
    budget: Money | None = guarded(Scope.COST_READ)
    expected_value: Money | None = guarded(Scope.COST_READ)
    realised_value: Money | None = guarded(Scope.COST_READ)
    period: Period | None = related(outgoing(IN_PERIOD), "The period that it is planned for.")
    initiatives: LineageConnection["Initiative"] = pages(DOWN, InitiativeWhere, WorkOrder, "The initiatives within it.")
    projects: LineageConnection["Project"] = pages(DOWN, ProjectWhere, WorkOrder, "Its projects.")
    work_items: LineageConnection["WorkItem"] = pages(
        DOWN, WorkItemWhere, WorkOrder, "The work items that serve it directly."
    )


@published
class Project(work.Project, WorkNode):
    budget: Money | None = guarded(Scope.COST_READ)
    work_items: LineageConnection["WorkItem"] = pages(DOWN, WorkItemWhere, WorkOrder, "Its work items.")


@published
class WorkItem(work.WorkItem, WorkNode):
    work_items: LineageConnection["WorkItem"] = pages(DOWN, WorkItemWhere, WorkOrder, "Its parts.")
