"""How a source names nodes, and what it states of each kind."""

import strawberry

from resolvers.inputs import one_of, states

from .inputs import maybe, said

# How nodes are named


@strawberry.input(description="What a node is called in a tool.")
class ReferenceNameInput:
    source: str | None = maybe("The tool, by the name of its source; the upsert's own unless said.", None)
    external_type: str = said("What the tool calls such a thing.")
    external_id: str = said("The tool's own id of it.")


@strawberry.input(one_of=True, description="Which node is meant: by one of these.")
class NodeNameInput:
    id: strawberry.ID | None = maybe("Its id, as any answer gave it.")
    key: str | None = maybe("The key that it has in this very call.")
    reference: ReferenceNameInput | None = maybe("What it is called in a tool.")


# What they hold

AS_STATED = "What is absent stays; of a new one, some must be said. Null clears."

UpsertStrategyInput = states("Strategy", f"What a strategy holds. {AS_STATED}")
UpsertObjectiveInput = states("Objective", f"What an objective holds. {AS_STATED}")
UpsertKeyResultInput = states("KeyResult", f"What a key result holds. {AS_STATED}")
UpsertInitiativeInput = states("Initiative", f"What an initiative holds. {AS_STATED}")
UpsertProjectInput = states("Project", f"What a project holds. {AS_STATED}")
UpsertWorkItemInput = states("WorkItem", f"What a work item holds. {AS_STATED}")
UpsertPersonInput = states("Person", f"What a person holds. {AS_STATED}")
UpsertTeamInput = states("Team", f"What a team holds. {AS_STATED}")
UpsertPeriodInput = states("Period", f"What a period holds. {AS_STATED}")
UpsertCheckInInput = states(
    "CheckIn",
    "What was reported of a piece of work. It never changes.",
    subject=(NodeNameInput, said("The work that it speaks of.")),
)
UpsertTimeEntryInput = states(
    "TimeEntry",
    f"Time that a person worked. {AS_STATED}",
    subject=(NodeNameInput, said("The work that it was for. It stays.")),
    person=(NodeNameInput, said("Who worked.")),
)


UpsertHoldsInput = one_of(
    "UpsertHoldsInput",
    "Of which kind a node is, and what it holds: one of these.",
    strategy=(UpsertStrategyInput | None, maybe("A strategy.")),
    objective=(UpsertObjectiveInput | None, maybe("An objective.")),
    key_result=(UpsertKeyResultInput | None, maybe("A key result.")),
    initiative=(UpsertInitiativeInput | None, maybe("An initiative.")),
    project=(UpsertProjectInput | None, maybe("A project.")),
    work_item=(UpsertWorkItemInput | None, maybe("A work item.")),
    person=(UpsertPersonInput | None, maybe("A person.")),
    team=(UpsertTeamInput | None, maybe("A team.")),
    period=(UpsertPeriodInput | None, maybe("A period.")),
    check_in=(UpsertCheckInInput | None, maybe("A check-in.")),
    time_entry=(UpsertTimeEntryInput | None, maybe("Time that a person worked.")),
)
