"""An explanation as it is shown: its contributions in an order, and a row for those that are not among the first."""

from collections.abc import Sequence
from math import fsum
from typing import Any

from .records.numbers import Contribution, Explanation, Rest

Keys = Sequence[tuple[str, bool]]
"""By what contributions are sorted, and whether downwards."""


def cut(explanation: Explanation | None, first: int, keys: Keys) -> Explanation | None:
    """The first contributions in an order; what is unknown comes last, and the id decides between equals."""
    if explanation is None:
        return None
    ordered = sorted(explanation.contributions, key=lambda contribution: contribution.node)
    for name, descending in reversed(keys):
        ordered.sort(key=lambda contribution: rank(getattr(contribution, name), descending))
    return Explanation(contributions=ordered[:first], rest=together(ordered[first:], explanation.rest))


def rank(value: Any, descending: bool) -> tuple[bool, Any]:  # noqa: FBT001 - a key's direction is a fact of it
    """Where a number stands. It is of any sort that can be compared, hence `Any`."""
    return (True, 0) if value is None else (False, -value if descending else value)


def together(left: Sequence[Contribution], rest: Rest | None) -> Rest | None:
    """Those that are left out, and those that had been left out before."""
    if not left:
        return rest
    more = rest or Rest(count=0, contribution=0.0)
    added = fsum([more.contribution, *(one.contribution for one in left)])
    return Rest(count=more.count + len(left), contribution=added)
