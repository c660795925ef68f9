"""From what a client states of work to the verbs that change it. Inputs are of many types, hence `Any`."""

from typing import Any

from strawberry import UNSET

from graph.changes.checking_in import CreateCheckIn
from graph.changes.closing import CloseObjective
from graph.changes.creating import CreateNode
from graph.changes.labelling import SetLabels
from graph.changes.linking import LinkNodes, ReplaceLink, SetOwners, UnlinkNodes
from graph.changes.moving import MoveNode
from graph.changes.updating import SetStatus, UpdateNode
from graph.records.states import ClosingStatus
from graph.relations import ASKS, BLOCKS, CONTINUES, IN_PERIOD, PART_OF, RELATION, SUPERSEDES

from .access import caller_of, given
from .changes import Perform
from .inputs import holds_of
from .viewer import Viewer


def create(kind: str) -> Perform:
    """Creates a node of this kind."""

    def perform(viewer: Viewer, stated: Any) -> CreateNode:
        container = getattr(stated, "container", None)
        holds = {name: value for name, value in holds_of(kind, stated).items() if value is not None}
        return CreateNode(viewer.workspace, caller_of(viewer), kind, holds, stated.space, container)

    return perform


def update(kind: str) -> Perform:
    """Changes a node of this kind."""

    def perform(viewer: Viewer, stated: Any) -> UpdateNode:
        holds, caller = holds_of(kind, stated), caller_of(viewer)
        return UpdateNode(viewer.workspace, caller, f"update{kind}", kind, stated.id, holds, stated.expected_revision)

    return perform


def set_status(viewer: Viewer, stated: Any) -> SetStatus:
    return SetStatus(viewer.workspace, caller_of(viewer), stated.id, stated.status, stated.expected_revision)


def set_labels(viewer: Viewer, stated: Any) -> SetLabels:
    caller = caller_of(viewer)
    return SetLabels(viewer.workspace, caller, stated.id, stated.add, stated.remove, stated.expected_revision)


def close_objective(viewer: Viewer, stated: Any) -> CloseObjective:
    holds, status = holds_of("Objective", stated), ClosingStatus[stated.status.name]
    holds.pop("status")
    return CloseObjective(viewer.workspace, caller_of(viewer), stated.id, status, holds, stated.expected_revision)


def set_flow_state(viewer: Viewer, stated: Any) -> UpdateNode:
    holds, caller = {"flow_state": stated.flow_state}, caller_of(viewer)
    return UpdateNode(viewer.workspace, caller, "setFlowState", "WorkItem", stated.id, holds, stated.expected_revision)


def move_node(viewer: Viewer, stated: Any) -> MoveNode:
    return MoveNode(viewer.workspace, caller_of(viewer), stated.id, stated.space, stated.expected_revision)


def link_nodes(viewer: Viewer, stated: Any) -> LinkNodes:
    relation, holds = RELATION[stated.relation.name], given(stated, "share", "weight")
    caller = caller_of(viewer)
    return LinkNodes(viewer.workspace, caller, "linkNodes", stated.child, relation, stated.parent, holds)


def unlink_nodes(viewer: Viewer, stated: Any) -> UnlinkNodes:
    relation, caller = RELATION[stated.relation.name], caller_of(viewer)
    return UnlinkNodes(viewer.workspace, caller, "unlinkNodes", stated.child, relation, stated.parent)


def reparent_node(viewer: Viewer, stated: Any) -> ReplaceLink:
    caller = caller_of(viewer)
    return ReplaceLink(viewer.workspace, caller, "reparentNode", stated.child, PART_OF, stated.container)


def set_period(viewer: Viewer, stated: Any) -> ReplaceLink:
    return ReplaceLink(viewer.workspace, caller_of(viewer), "setPeriod", stated.id, IN_PERIOD, stated.period)


def set_owners(viewer: Viewer, stated: Any) -> SetOwners:
    owners = [(owner.id, owner.role.name) for owner in stated.owners]
    return SetOwners(viewer.workspace, caller_of(viewer), stated.id, owners)


def ask_team(viewer: Viewer, stated: Any) -> LinkNodes:
    size = None if stated.size in (None, UNSET) else stated.size.name
    caller = caller_of(viewer)
    return LinkNodes(viewer.workspace, caller, "askTeam", stated.id, ASKS, stated.team, {"size": size})


def unask_team(viewer: Viewer, stated: Any) -> UnlinkNodes:
    return UnlinkNodes(viewer.workspace, caller_of(viewer), "unaskTeam", stated.id, ASKS, stated.team)


def block_node(viewer: Viewer, stated: Any) -> LinkNodes:
    return LinkNodes(viewer.workspace, caller_of(viewer), "blockNode", stated.blocker, BLOCKS, stated.blocked, {})


def unblock_node(viewer: Viewer, stated: Any) -> UnlinkNodes:
    return UnlinkNodes(viewer.workspace, caller_of(viewer), "unblockNode", stated.blocker, BLOCKS, stated.blocked)


def supersede_node(viewer: Viewer, stated: Any) -> LinkNodes:
    caller = caller_of(viewer)
    return LinkNodes(viewer.workspace, caller, "supersedeNode", stated.id, SUPERSEDES, stated.superseded, {})


def continue_node(viewer: Viewer, stated: Any) -> LinkNodes:
    return LinkNodes(viewer.workspace, caller_of(viewer), "continueNode", stated.id, CONTINUES, stated.continued, {})


def create_check_in(viewer: Viewer, stated: Any) -> CreateCheckIn:
    """Its author is the person that the viewer is, where that was said."""
    holds, caller = holds_of("CheckIn", stated), caller_of(viewer)
    return CreateCheckIn(viewer.workspace, caller, stated.subject, holds, stated.supersedes, viewer.person)
