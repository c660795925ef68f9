"""Archiving and restoring: what is stated, and what comes of it."""

import strawberry

from resolvers.archiving import count_of, left_of
from resolvers.changes import changed_node, of_change
from resolvers.scopes import Scope

from . import work
from .access import Changed
from .refusals import StaleRevision
from .results import result

READ = "The revision that you have read: refused where it has been changed since."


@strawberry.input(description="Work that is to be archived, with all that is part of it.")
class ArchiveNodeInput:
    id: strawberry.ID = strawberry.field(description="Which work.")
    expected_revision: int | None = strawberry.field(default=None, description=READ)


@strawberry.input(description="Work that is to be restored, with all that was archived together with it.")
class RestoreNodeInput:
    id: strawberry.ID = strawberry.field(description="Which work.")
    expected_revision: int | None = strawberry.field(default=None, description=READ)


@strawberry.type(description="Work was archived, or was so already.")
class NodeArchived(Changed):
    node: work.WorkNode | None = changed_node(Scope.WORK_READ, "It, as it is then.")
    node_count: int = of_change(
        count_of, "How many were archived: it, and all that is part of it; 0 if it was so already."
    )


@strawberry.type(description="Work was restored, or was not archived.")
class NodeRestored(Changed):
    node: work.WorkNode | None = changed_node(Scope.WORK_READ, "It, as it is then.")
    node_count: int = of_change(
        count_of, "How many were restored: all that was archived together; 0 if it was not archived."
    )
    links_left: int = of_change(
        left_of,
        "How many links to what you may see stay closed: their other end is archived, or they no longer fit beside what"
        " was linked meanwhile.",
    )


ArchiveNodeResult = result("archiveNode", NodeArchived, StaleRevision)
RestoreNodeResult = result("restoreNode", NodeRestored, StaleRevision)
