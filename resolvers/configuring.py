"""From what a client states of the workspace to the verb that changes it, and what came of it."""

from typing import Any

from graph.changes.configuring import UpdateWorkspace, workspace_in
from graph.records.around import Workspace
from graph.writing.workspaces import SETTINGS

from .access import caller_of, given
from .changing import Done
from .viewer import Viewer


def update_workspace(viewer: Viewer, stated: Any) -> UpdateWorkspace:
    """Inputs are made when modules run, hence `Any`."""
    holds = given(stated, *SETTINGS)
    return UpdateWorkspace(viewer.workspace, caller_of(viewer), holds, stated.expected_revision)


def workspace_then(done: Done) -> Workspace:
    """The workspace after the change."""
    return workspace_in(done.answer.text)
