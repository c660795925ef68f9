"""The changes of the workspace itself."""

import strawberry

from resolvers import configuring as perform
from resolvers.changes import changes
from resolvers.scopes import Scope

from . import workspaces
from .refusals import refusal


@strawberry.type(description="What can be changed of the workspace itself.")
class WorkspaceMutation:
    update_workspace: workspaces.UpdateWorkspaceResult = changes(
        Scope.ACCESS_MANAGE,
        workspaces.UpdateWorkspaceInput,
        perform.update_workspace,
        workspaces.WorkspaceChanged,
        refusal,
        "Changes the workspace's settings, on which its numbers and days depend. Needs the role OWNER on some space.",
    )
