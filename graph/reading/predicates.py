"""Filters in Cypher. An operator is one row here, and its name is the one that a client writes."""

from collections.abc import Mapping
from types import MappingProxyType

from .conditions import Absent, AllOf, AnyOf, Comparison, Filter, Not, OfKind, OnEdge, Some, Stored
from .live import Live
from .matching import matched
from .places import Place

OPERATORS: Mapping[str, str] = MappingProxyType(
    {
        "eq": "{it} = {value}",
        "in": "{it} IN {value}",
        "contains": "{it} CONTAINS {value}",
        "containsIgnoreCase": "toLower({it}) CONTAINS toLower({value})",
        "startsWith": "{it} STARTS WITH {value}",
        "has": "{value} IN {it}",
        "hasAny": "any(one IN {value} WHERE one IN {it})",
        "hasAll": "all(one IN {value} WHERE one IN {it})",
        "isEmpty": "(size({it}) = 0) = {value}",
        "gt": "{it} > {value}",
        "gte": "{it} >= {value}",
        "lt": "{it} < {value}",
        "lte": "{it} <= {value}",
        "before": "{it} < {value}",
        "notBefore": "{it} >= {value}",
        "after": "{it} > {value}",
        "notAfter": "{it} <= {value}",
    }
)


def predicate(filter: Filter, clock: Live, here: Place) -> str:
    """A condition on the node at `here`, and on the edge that led to it."""
    match filter:
        case Comparison(of, operator, value):
            return OPERATORS[operator].format(it=compared(of, here), value=f"${value.name}")
        case Absent(of):
            return f"{compared(of, here)} IS NULL"
        case OfKind(kinds):
            return f"{here.node}:{clock.labels(kinds)}"
        case AllOf(filters):
            return f"({' AND '.join(predicate(inner, clock, here) for inner in filters)})"
        case AnyOf(filters):
            return f"({' OR '.join(predicate(inner, clock, here) for inner in filters)})"
        case Not(inner):
            # A comparison with a value that is not there is neither true nor false; its contrary is true.
            return f"NOT coalesce({predicate(inner, clock, here)}, false)"
        case Some(source, kinds, inner):
            there = here.next()
            where = [*clock.told(there, kinds), *conditions(inner, clock, there)]
            return f"EXISTS {{ {matched(source, clock, here, there, where)} }}"


def conditions(filter: Filter, clock: Live, here: Place) -> list[str]:
    """The conditions of a filter, to be joined by AND; none where nothing is asked."""
    return [] if filter == AllOf() else [predicate(filter, clock, here)]


def compared(of: Stored | OnEdge, here: Place) -> str:
    return f"{here.edge if isinstance(of, OnEdge) else here.node}.{of.property}"
