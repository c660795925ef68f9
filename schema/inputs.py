"""What is stated of work: of new work, of changes, of links, and of how things go."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import strawberry
from strawberry import UNSET

from resolvers.inputs import MoneyInput, creates, updates
from resolvers.scopes import Scope

from .scalars import (
    AskSize,
    ClosingStatus,
    FlowState,
    LifecycleStatus,
    LineageRelation,
    ObjectiveOutcome,
    OwnerRole,
)

REVISION = "The revision that you have read: refused where it has been changed since."


def said(description: str) -> Any:
    """A field that must be given. `Any`, as Strawberry's own is."""
    return strawberry.field(description=description)


def maybe(description: str, default: Any = UNSET) -> Any:
    """A field that may be absent."""
    return strawberry.field(default=default, description=description)


Fields = Mapping[str, tuple[Any, Any]]
"""Types and declarations, by name."""

PLACED: Fields = MappingProxyType(
    {
        "space": (strawberry.ID | None, maybe("The space that it is to live in; its container's unless said.", None)),
        "container": (strawberry.ID | None, maybe("What it is to be a part of.", None)),
    }
)
AT_REVISION: Fields = MappingProxyType(
    {"id": (strawberry.ID, said("Which one.")), "expected_revision": (int | None, maybe(REVISION, None))}
)

CreateStrategyInput = creates("Strategy", "A strategy that is to be.", **PLACED)
CreateObjectiveInput = creates("Objective", "An objective that is to be.", **PLACED)
CreateKeyResultInput = creates("KeyResult", "A key result that is to be.", **PLACED)
CreateInitiativeInput = creates("Initiative", "An initiative that is to be.", **PLACED)
CreateProjectInput = creates("Project", "A project that is to be.", **PLACED)
CreateWorkItemInput = creates("WorkItem", "A work item that is to be.", **PLACED)

STAYS = "What is absent stays, null clears."

UpdateStrategyInput = updates("Strategy", f"What a strategy is to hold. {STAYS}", **AT_REVISION)
UpdateObjectiveInput = updates("Objective", f"What an objective is to hold. {STAYS}", **AT_REVISION)
UpdateKeyResultInput = updates("KeyResult", f"What a key result is to hold. {STAYS}", **AT_REVISION)
UpdateInitiativeInput = updates("Initiative", f"What an initiative is to hold. {STAYS}", **AT_REVISION)
UpdateProjectInput = updates("Project", f"What a project is to hold. {STAYS}", **AT_REVISION)
UpdateWorkItemInput = updates("WorkItem", f"What a work item is to hold. {STAYS}", **AT_REVISION)

CreateCheckInInput = creates(
    "CheckIn",
    "What is reported of a piece of work.",
    subject=(strawberry.ID, said("The work that it speaks of.")),
    supersedes=(
        strawberry.ID | None,
        maybe("The check-in of the same work that it corrects; one that was corrected already is refused.", None),
    ),
)


@strawberry.input(description="Where planned work is to stand.")
class SetStatusInput:
    id: strawberry.ID = said("Which work.")
    status: LifecycleStatus = said("Its status; `statusTransitions` lists what may follow what.")
    expected_revision: int | None = maybe(REVISION, None)


@strawberry.input(description="Which labels work is to have more, and which no longer.")
class SetLabelsInput:
    id: strawberry.ID = said("Which work.")
    add: list[str] = strawberry.field(default_factory=list, description="What it is to be marked with besides.")
    remove: list[str] = strawberry.field(default_factory=list, description="What it is no longer to be marked with.")
    expected_revision: int | None = maybe(REVISION, None)


@strawberry.input(description="How an objective is to be closed.")
class CloseObjectiveInput:
    id: strawberry.ID = said("Which objective.")
    outcome: ObjectiveOutcome = said("What came of it.")
    status: ClosingStatus = maybe("Where it is to stand.", ClosingStatus.COMPLETED)
    score: float | None = maybe("How far it was reached in the end, 0 to 1. What is absent stays, null clears.")
    learned: str | None = maybe("What was learned from it. What is absent stays, null clears.")
    realised_value: MoneyInput | None = strawberry.field(
        default=UNSET,
        metadata={"scope": Scope.COST_WRITE},
        description="What it has turned out to be worth; absent, it stays, null clears. Needs the scope cost:write.",
    )
    expected_revision: int | None = maybe(REVISION, None)


@strawberry.input(description="Where a work item is to stand.")
class SetFlowStateInput:
    id: strawberry.ID = said("Which work item.")
    flow_state: FlowState = said("Its flow state.")
    expected_revision: int | None = maybe(REVISION, None)


@strawberry.input(description="To which space work is to move.")
class MoveNodeInput:
    id: strawberry.ID = said("Which work; what counts towards it stays where it is.")
    space: strawberry.ID = said("The space that it is to live in.")
    expected_revision: int | None = maybe(REVISION, None)


@strawberry.input(description="A link of lineage that is to be, or what one that there is is to hold.")
class LinkNodesInput:
    child: strawberry.ID = said("What counts towards the parent.")
    relation: LineageRelation = said("How.")
    parent: strawberry.ID = said("What it counts towards.")
    share: float | None = maybe(
        "The part of the child's effort that goes there, 0 to 1; null divides the rest equally."
    )
    weight: float | None = maybe("How much the child counts in the parent's progress, 0 or more; 1 unless stated.")


@strawberry.input(description="A link of lineage that is to end.")
class UnlinkNodesInput:
    child: strawberry.ID = said("What counts towards the parent.")
    relation: LineageRelation = said("How.")
    parent: strawberry.ID = said("What it counts towards.")


@strawberry.input(description="What work is to be a part of.")
class ReparentNodeInput:
    child: strawberry.ID = said("Which work. It stays in its space.")
    container: strawberry.ID | None = said("What it is to be a part of, in place of what it is now; null for nothing.")


@strawberry.input(description="What work is planned for.")
class SetPeriodInput:
    id: strawberry.ID = said("Which work.")
    period: strawberry.ID | None = said("The period, in place of the one that it has; null for none.")


@strawberry.input(description="Somebody who is to own work.")
class OwnerInput:
    id: strawberry.ID = said("A person or a team.")
    role: OwnerRole = said("What they answer for.")


@strawberry.input(description="Who is to own work.")
class SetOwnersInput:
    id: strawberry.ID = said("Which work.")
    owners: list[OwnerInput] = said("All owners, in place of those that it has.")


@strawberry.input(description="What is to be asked of a team.")
class AskTeamInput:
    id: strawberry.ID = said("Which work asks.")
    team: strawberry.ID = said("Which team.")
    size: AskSize | None = maybe("For how much; null where it is not known.")


@strawberry.input(description="What is no longer to be asked of a team.")
class UnaskTeamInput:
    id: strawberry.ID = said("Which work asks.")
    team: strawberry.ID = said("Which team.")


@strawberry.input(description="Work that other work waits for.")
class BlockNodeInput:
    blocker: strawberry.ID = said("What must be done first.")
    blocked: strawberry.ID = said("What waits for it.")


@strawberry.input(description="Work that other work no longer waits for.")
class UnblockNodeInput:
    blocker: strawberry.ID = said("What need not be done first.")
    blocked: strawberry.ID = said("What waits for it.")


@strawberry.input(description="Work that takes the place of other work.")
class SupersedeNodeInput:
    id: strawberry.ID = said("What takes the place.")
    superseded: strawberry.ID = said("Whose place it takes.")


@strawberry.input(description="Work that carries on what was planned before.")
class ContinueNodeInput:
    id: strawberry.ID = said("What carries it on.")
    continued: strawberry.ID = said("What was planned before.")
