"""Which work is a leaf: a work item without sub-items, as far as the viewer may see."""

from ..relations import PART_OF
from .conditions import AllOf, Filter, Not, OfKind, Some
from .sources import incoming

ITEM = ("WorkItem",)
LEAF: Filter = AllOf((OfKind(ITEM), Not(Some(incoming(PART_OF), ITEM, AllOf()))))


def only_leaves(filter: Filter) -> Filter:
    """The same filter, and leaves alone."""
    return LEAF if filter == AllOf() else AllOf((LEAF, filter))
