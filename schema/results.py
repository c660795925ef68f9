"""What comes of changes of work: the work as it is then, or why it was not changed."""

from typing import Annotated, Any, Union

import strawberry

from resolvers.changes import changed_node
from resolvers.scopes import Scope

from . import work
from .access import Changed
from .around import CheckIn
from .refusals import (
    AlreadySuperseded,
    CycleRefused,
    IdempotencyKeyReused,
    InvalidInput,
    NotFound,
    NotPermitted,
    ShareSumExceeded,
    StaleRevision,
    TransitionRefused,
)

AS_THEN = "It, as it is then."


@strawberry.type(description="A strategy was created or changed.")
class StrategyChanged(Changed):
    strategy: work.Strategy | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="An objective was created or changed.")
class ObjectiveChanged(Changed):
    objective: work.Objective | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="A key result was created or changed.")
class KeyResultChanged(Changed):
    key_result: work.KeyResult | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="An initiative was created or changed.")
class InitiativeChanged(Changed):
    initiative: work.Initiative | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="A project was created or changed.")
class ProjectChanged(Changed):
    project: work.Project | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="A work item was created or changed.")
class WorkItemChanged(Changed):
    work_item: work.WorkItem | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="Work of some kind was changed, or what it is linked to.")
class NodeChanged(Changed):
    node: work.WorkNode | None = changed_node(Scope.WORK_READ, AS_THEN)


@strawberry.type(description="A check-in was recorded.")
class CheckInCreated(Changed):
    check_in: CheckIn | None = changed_node(Scope.WORK_READ, AS_THEN)


USUAL = (NotFound, NotPermitted, InvalidInput, IdempotencyKeyReused)
LINKING = (CycleRefused, ShareSumExceeded)


def result(mutation: str, changed: Any, *more: Any) -> Any:
    """The union of what comes of a mutation. `Any`, since a checker takes no variable for a type."""
    name = f"{mutation[0].upper()}{mutation[1:]}Result"
    described = strawberry.union(name, description=f"What comes of `{mutation}`.")
    return Annotated[Union[(changed, *USUAL, *more)], described]


CreateStrategyResult = result("createStrategy", StrategyChanged, *LINKING)
CreateObjectiveResult = result("createObjective", ObjectiveChanged, *LINKING)
CreateKeyResultResult = result("createKeyResult", KeyResultChanged, *LINKING)
CreateInitiativeResult = result("createInitiative", InitiativeChanged, *LINKING)
CreateProjectResult = result("createProject", ProjectChanged, *LINKING)
CreateWorkItemResult = result("createWorkItem", WorkItemChanged, *LINKING)
UpdateStrategyResult = result("updateStrategy", StrategyChanged, StaleRevision)
UpdateObjectiveResult = result("updateObjective", ObjectiveChanged, StaleRevision)
UpdateKeyResultResult = result("updateKeyResult", KeyResultChanged, StaleRevision)
UpdateInitiativeResult = result("updateInitiative", InitiativeChanged, StaleRevision)
UpdateProjectResult = result("updateProject", ProjectChanged, StaleRevision)
UpdateWorkItemResult = result("updateWorkItem", WorkItemChanged, StaleRevision)
SetStatusResult = result("setStatus", NodeChanged, StaleRevision, TransitionRefused)
SetLabelsResult = result("setLabels", NodeChanged, StaleRevision)
CloseObjectiveResult = result("closeObjective", ObjectiveChanged, StaleRevision, TransitionRefused)
SetFlowStateResult = result("setFlowState", WorkItemChanged, StaleRevision)
MoveNodeResult = result("moveNode", NodeChanged, StaleRevision)
LinkNodesResult = result("linkNodes", NodeChanged, *LINKING)
UnlinkNodesResult = result("unlinkNodes", NodeChanged)
ReparentNodeResult = result("reparentNode", NodeChanged, *LINKING)
SetPeriodResult = result("setPeriod", NodeChanged)
SetOwnersResult = result("setOwners", NodeChanged)
AskTeamResult = result("askTeam", NodeChanged)
UnaskTeamResult = result("unaskTeam", NodeChanged)
BlockNodeResult = result("blockNode", NodeChanged, CycleRefused)
UnblockNodeResult = result("unblockNode", NodeChanged)
SupersedeNodeResult = result("supersedeNode", NodeChanged, CycleRefused)
ContinueNodeResult = result("continueNode", NodeChanged, CycleRefused)
CreateCheckInResult = result("createCheckIn", CheckInCreated, AlreadySuperseded)
