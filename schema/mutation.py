"""All changes: those of access and those of work."""

import strawberry

from .access_mutations import AccessMutation
from .archive_mutations import ArchiveMutation
from .around_mutations import AroundMutation
from .imports import ImportMutation
from .time_mutations import TimeMutation
from .work_mutations import WorkMutation
from .workspace_mutations import WorkspaceMutation


@strawberry.type(description="What can be changed. A change that is refused writes nothing, and says why.")
class Mutation(
    AccessMutation,
    WorkMutation,
    WorkspaceMutation,
    TimeMutation,
    ArchiveMutation,
    AroundMutation,
    ImportMutation,
):
    pass
