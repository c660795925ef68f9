"""Archiving and restoring, as mutations."""

import strawberry

from resolvers.archiving import archive_node, restore_node
from resolvers.changes import changes
from resolvers.scopes import Scope

from . import archiving
from .refusals import refusal


@strawberry.type(description="What can be archived, and restored.")
class ArchiveMutation:
    archive_node: archiving.ArchiveNodeResult = changes(
        Scope.WORK_WRITE,
        archiving.ArchiveNodeInput,
        archive_node,
        archiving.NodeArchived,
        refusal,
        "Archives work with all that is part of it: lists no longer show it, and its links to what stays are closed."
        " Needs the role EDITOR on the space of each piece of work that goes with it.",
    )
    restore_node: archiving.RestoreNodeResult = changes(
        Scope.WORK_WRITE,
        archiving.RestoreNodeInput,
        restore_node,
        archiving.NodeRestored,
        refusal,
        "Restores archived work with all that was archived together with it, and its links as far as they still fit.",
    )
