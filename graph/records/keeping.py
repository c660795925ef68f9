"""The closed lists of what is kept: sorts of changes, and whether what was archived is shown."""

from .words import Described


class ChangeKind(Described):
    """What sort of change it was: of a node, or of an edge between two."""

    CREATED = "CREATED", "A node came to be."
    CHANGED = "CHANGED", "A node was changed."
    ARCHIVED = "ARCHIVED", "A node was archived."
    RESTORED = "RESTORED", "An archived node was restored."
    LINKED = "LINKED", "An edge came to be."
    RELINKED = "RELINKED", "An edge took the place of another between the same nodes."
    UNLINKED = "UNLINKED", "An edge ceased to be."


class ArchiveFilter(Described):
    """Whether what was archived is shown."""

    EXCLUDE = "EXCLUDE", "Only what is live."
    INCLUDE = "INCLUDE", "What is live and what was archived."
    ONLY = "ONLY", "Only what was archived."
