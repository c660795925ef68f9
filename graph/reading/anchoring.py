"""A list of all nodes under one node is read from that node down, instead of testing every node upwards.

The filter says "counts towards the node with this id, however far up"; the same rows are found by the
descent from that node, which walks the sub-graph once where the test would walk up from each row.
"""

from collections.abc import Iterable
from dataclasses import replace

from .conditions import AllOf, Comparison, Filter, Some, Stored
from .selection import Page
from .sources import Below, Every, Reach


def anchored(page: Page) -> Page:
    """The same list, from the node that all of it lies under; unchanged where the filter names none."""
    if not isinstance(page.source, Every):
        return page
    tests = page.filter.filters if isinstance(page.filter, AllOf) else (page.filter,)
    for test in tests:
        if (below := descent(test)) is not None:
            return replace(page, source=below, filter=all_of(other for other in tests if other is not test))
    return page


def descent(test: Filter) -> Below | None:
    """Where the rows are found that pass the test, if it names one node above them."""
    match test:
        case Some(Reach(step, depth), _, Comparison(Stored("id"), "eq", id_)):
            return Below(id_, Reach(replace(step, outgoing=not step.outgoing), depth))
    return None


def all_of(tests: Iterable[Filter]) -> Filter:
    left = tuple(tests)
    return left[0] if len(left) == 1 else AllOf(left)
