"""What is stated of the workspace, and what comes of it."""

from typing import Any

import strawberry

from graph.records.around import Workspace as Held
from graph.writing.workspaces import SETTINGS
from resolvers.changes import of_change
from resolvers.configuring import workspace_then
from resolvers.inputs import made_of, optional

from .access import Changed
from .inputs import REVISION, STAYS, maybe
from .refusals import StaleRevision
from .results import result
from .viewer import Workspace

UpdateWorkspaceInput = made_of(
    "UpdateWorkspaceInput",
    Held,
    map(optional, SETTINGS.values()),
    f"What the workspace's settings are to be. {STAYS}",
    {"expected_revision": (int | None, maybe(REVISION, None))},
)


@strawberry.type(description="The workspace's settings were changed.")
class WorkspaceChanged(Changed):
    workspace: Workspace = of_change(workspace_then, "The workspace, as it is then.")


UpdateWorkspaceResult: Any = result("updateWorkspace", WorkspaceChanged, StaleRevision)
