"""The changes of work: each names its scope, what is stated, and what comes of it."""

from functools import partial

import strawberry

from resolvers import work as perform
from resolvers.changes import changes
from resolvers.scopes import Scope
from resolvers.upserting import upsert_work

from . import inputs, results, upserts
from .refusals import refusal
from .upserts import upsert_refusal

change = partial(changes, Scope.WORK_WRITE, refusal=refusal)


@strawberry.type(description="What can be changed of work.")
class WorkMutation:
    create_strategy: results.CreateStrategyResult = change(
        inputs.CreateStrategyInput,
        perform.create("Strategy"),
        results.StrategyChanged,
        description="Creates a strategy.",
    )
    update_strategy: results.UpdateStrategyResult = change(
        inputs.UpdateStrategyInput,
        perform.update("Strategy"),
        results.StrategyChanged,
        description="Changes what a strategy holds.",
    )
    create_objective: results.CreateObjectiveResult = change(
        inputs.CreateObjectiveInput,
        perform.create("Objective"),
        results.ObjectiveChanged,
        description="Creates an objective.",
    )
    update_objective: results.UpdateObjectiveResult = change(
        inputs.UpdateObjectiveInput,
        perform.update("Objective"),
        results.ObjectiveChanged,
        description="Changes what an objective holds.",
    )
    create_key_result: results.CreateKeyResultResult = change(
        inputs.CreateKeyResultInput,
        perform.create("KeyResult"),
        results.KeyResultChanged,
        description="Creates a key result.",
    )
    update_key_result: results.UpdateKeyResultResult = change(
        inputs.UpdateKeyResultInput,
        perform.update("KeyResult"),
        results.KeyResultChanged,
        description="Changes what a key result holds.",
    )
    create_initiative: results.CreateInitiativeResult = change(
        inputs.CreateInitiativeInput,
        perform.create("Initiative"),
        results.InitiativeChanged,
        description="Creates an initiative.",
    )
    update_initiative: results.UpdateInitiativeResult = change(
        inputs.UpdateInitiativeInput,
        perform.update("Initiative"),
        results.InitiativeChanged,
        description="Changes what an initiative holds.",
    )
    create_project: results.CreateProjectResult = change(
        inputs.CreateProjectInput, perform.create("Project"), results.ProjectChanged, description="Creates a project."
    )
    update_project: results.UpdateProjectResult = change(
        inputs.UpdateProjectInput,
        perform.update("Project"),
        results.ProjectChanged,
        description="Changes what a project holds.",
    )
    create_work_item: results.CreateWorkItemResult = change(
        inputs.CreateWorkItemInput,
        perform.create("WorkItem"),
        results.WorkItemChanged,
        description="Creates a work item.",
    )
    update_work_item: results.UpdateWorkItemResult = change(
        inputs.UpdateWorkItemInput,
        perform.update("WorkItem"),
        results.WorkItemChanged,
        description="Changes what a work item holds.",
    )
    set_status: results.SetStatusResult = change(
        inputs.SetStatusInput,
        perform.set_status,
        results.NodeChanged,
        description="Sets where planned work stands, by the table of transitions.",
    )
    set_labels: results.SetLabelsResult = change(
        inputs.SetLabelsInput,
        perform.set_labels,
        results.NodeChanged,
        description="Adds labels to work and removes others, whatever is done to its labels at the same time.",
    )
    close_objective: results.CloseObjectiveResult = change(
        inputs.CloseObjectiveInput,
        perform.close_objective,
        results.ObjectiveChanged,
        description="Closes an objective, by the table of transitions, and says what came of it.",
    )
    set_flow_state: results.SetFlowStateResult = change(
        inputs.SetFlowStateInput,
        perform.set_flow_state,
        results.WorkItemChanged,
        description="Sets where a work item stands.",
    )
    move_node: results.MoveNodeResult = change(
        inputs.MoveNodeInput,
        perform.move_node,
        results.NodeChanged,
        description="Moves work to another space. Needs the role EDITOR on both.",
    )
    link_nodes: results.LinkNodesResult = change(
        inputs.LinkNodesInput,
        perform.link_nodes,
        results.NodeChanged,
        description="Links work to what it counts towards, or changes such a link.",
    )
    unlink_nodes: results.UnlinkNodesResult = change(
        inputs.UnlinkNodesInput, perform.unlink_nodes, results.NodeChanged, description="Ends such a link."
    )
    reparent_node: results.ReparentNodeResult = change(
        inputs.ReparentNodeInput,
        perform.reparent_node,
        results.NodeChanged,
        description="Makes work a part of something else. It stays in its space.",
    )
    set_period: results.SetPeriodResult = change(
        inputs.SetPeriodInput,
        perform.set_period,
        results.NodeChanged,
        description="Says for which period work is planned.",
    )
    set_owners: results.SetOwnersResult = change(
        inputs.SetOwnersInput, perform.set_owners, results.NodeChanged, description="Says who owns work."
    )
    ask_team: results.AskTeamResult = change(
        inputs.AskTeamInput,
        perform.ask_team,
        results.NodeChanged,
        description="Asks a team for its time, or changes for how much.",
    )
    unask_team: results.UnaskTeamResult = change(
        inputs.UnaskTeamInput, perform.unask_team, results.NodeChanged, description="Asks a team no longer."
    )
    block_node: results.BlockNodeResult = change(
        inputs.BlockNodeInput,
        perform.block_node,
        results.NodeChanged,
        description="Says that work waits for other work. Answers what must be done first.",
    )
    unblock_node: results.UnblockNodeResult = change(
        inputs.UnblockNodeInput, perform.unblock_node, results.NodeChanged, description="Says that it waits no longer."
    )
    supersede_node: results.SupersedeNodeResult = change(
        inputs.SupersedeNodeInput,
        perform.supersede_node,
        results.NodeChanged,
        description="Says that work takes the place of other work.",
    )
    continue_node: results.ContinueNodeResult = change(
        inputs.ContinueNodeInput,
        perform.continue_node,
        results.NodeChanged,
        description="Says that work carries on what was planned before.",
    )
    create_check_in: results.CreateCheckInResult = changes(
        Scope.CHECKINS_WRITE,
        inputs.CreateCheckInInput,
        perform.create_check_in,
        results.CheckInCreated,
        refusal,
        "Records what is reported of work. It never changes; a correction is a new one that supersedes it. The"
        " confidence that it reports of an objective becomes the objective's, unless a later day has been reported of.",
    )
    upsert_work: upserts.UpsertWorkResult = changes(
        Scope.SYNC_WRITE,
        upserts.UpsertWorkInput,
        upsert_work,
        upserts.WorkUpserted,
        upsert_refusal,
        "Makes nodes and links as a source has them, in one change. Needs the role EDITOR where they live. A client"
        " that is bound to a source states that one alone.",
    )
