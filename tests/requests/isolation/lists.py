"""Which rows a list of the schema has for somebody, by the oracle: from where, and which pass the filter."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tests.requests.isolation.comparing import compared, screaming, words
from tests.requests.isolation.visibility import LINEAGE, Edge, Row, Sight, Thing

Where = Mapping[str, Any]
"""A filter in the words of the schema: of any shape that those have."""

UP: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"parents": LINEAGE, "owners": ("OWNED_BY",), "asks": ("ASKS",), "teams": ("MEMBER_OF",), "person": ("IS",)}
    | {"period": ("IN_PERIOD",), "continues": ("CONTINUES",), "Team.parent": ("SUBTEAM_OF",)}
    | {"Period.parent": ("WITHIN",), "blocks": ("BLOCKS",), "supersedes": ("SUPERSEDES",)}
)
DOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"children": LINEAGE, "objectives": LINEAGE, "keyResults": LINEAGE, "initiatives": LINEAGE, "projects": LINEAGE}
    | {"workItems": LINEAGE, "owned": ("OWNED_BY",), "owns": ("OWNED_BY",), "asked": ("ASKS",), "askedBy": ("ASKS",)}
    | {"subteams": ("SUBTEAM_OF",), "members": ("MEMBER_OF",), "periods": ("WITHIN",), "grants": ("GRANTED",)}
    | {"continuedBy": ("CONTINUES",), "Period.objectives": ("IN_PERIOD",), "blockedBy": ("BLOCKS",)}
    | {"supersededBy": ("SUPERSEDES",)}
)
KINDS: Mapping[str, str] = MappingProxyType(
    {"strategies": "Strategy", "objectives": "Objective", "keyResults": "KeyResult", "initiatives": "Initiative"}
    | {"projects": "Project", "workItems": "WorkItem", "people": "Person", "teams": "Team", "periods": "Period"}
    | {"spaces": "Space", "principals": "Principal", "costRates": "CostRate"}
)
"""The lists of one kind, at the root or under a node."""

SAID_OF = MappingProxyType(
    {"CheckIn.subject": "subject", "CheckIn.author": "author", "CheckIn.supersedes": "supersedes"}
    | {"CheckIn.supersededBy": "supersededBy", "TimeEntry.subject": "subject", "TimeEntry.person": "person"}
    | {"CostRate.team": "team"}
)
"""What a node says by a property of one other."""

SAID = MappingProxyType(
    {
        "checkIns": ("CheckIn", "subject"),
        "timeEntries": ("TimeEntry", "subject"),
        "references": ("ExternalReference", "node"),
    }
)
"""What says by a property of which node it speaks."""


class Untaught(Exception):
    """The schema has a word that the oracle does not know."""

    def __init__(self, word: str) -> None:
        super().__init__(f"The oracle of isolation does not know `{word}`: teach it in lists.py what that answers.")


def rows(sight: Sight, owner: Thing | None, field: str, arguments: Where) -> list[Row]:
    """All rows of the list that a field tells of its owner, None for a root."""
    if arguments.get("archived") == "ONLY":
        return []  # nothing is, in this world
    found = every(sight, field, arguments) if owner is None else reached(sight, owner, field)
    if relation := arguments.get("relation"):
        found = [(thing, edge) for thing, edge in found if edge and edge.relation == relation]
    if kinds := arguments.get("kinds"):
        found = [(thing, edge) for thing, edge in found if screaming(thing.kind) in kinds]
    if arguments.get("leavesOnly"):
        found = [(thing, edge) for thing, edge in found if is_leaf(sight, thing)]
    where = arguments.get("where")
    return [(thing, edge) for thing, edge in found if not where or passes(sight, thing, edge, where)]


def is_leaf(sight: Sight, thing: Thing) -> bool:
    parts = [part for part, _ in sight.below(thing, ("PART_OF",)) if part.kind == "WorkItem"]
    return thing.kind == "WorkItem" and not parts


def every(sight: Sight, field: str, arguments: Where) -> list[Row]:
    if field == "search":
        asked = words(arguments["text"])
        return [(thing, None) for thing in sight.things if "title" in thing.holds and asked <= spoken(thing)]
    if field not in KINDS:
        raise Untaught(field)
    return [(thing, None) for thing in sight.things if thing.kind == KINDS[field]]


def spoken(thing: Thing) -> set[str]:
    return words(thing.holds["title"]) | words(thing.holds.get("description", ""))


def reached(sight: Sight, owner: Thing, field: str) -> list[Row]:
    """All that a field leads to from its owner."""
    named = f"{owner.kind}.{field}"
    if field in {"ancestors", "descendants"}:
        return sight.far(owner, up=field == "ancestors")
    if field in SAID:
        kind, property_ = SAID[field]
        return [(thing, None) for thing in sight.things if (thing.kind, thing.holds.get(property_)) == (kind, owner.id)]
    if named in SAID_OF:
        other = sight.thing(owner.holds.get(SAID_OF[named], ""))
        return [(other, None)] if other else []
    if field == "space":
        return [(space, None)] if (space := sight.thing(owner.space)) else []
    if relations := UP.get(named) or UP.get(field):
        return sight.above(owner, relations)
    if relations := DOWN.get(named) or DOWN.get(field):
        kind = KINDS.get(field, "") if relations in {LINEAGE, ("IN_PERIOD",)} else ""
        return [(thing, edge) for thing, edge in sight.below(owner, relations) if kind in {"", thing.kind}]
    raise Untaught(named)


def passes(sight: Sight, thing: Thing, edge: Edge | None, where: Where) -> bool:
    return all(passes_test(sight, thing, edge, name, value) for name, value in where.items())


def passes_test(sight: Sight, thing: Thing, edge: Edge | None, name: str, value: Any) -> bool:
    """One test of a filter. Its value is of any shape, hence `Any`."""
    match name:
        case "and":
            return all(passes(sight, thing, edge, each) for each in value)
        case "or":
            return any(passes(sight, thing, edge, each) for each in value)
        case "not":
            return not passes(sight, thing, edge, value)
        case "under":
            return any(other.id == value for other, _ in sight.far(thing, up=True))
        case "kind":
            return compared("kind", screaming(thing.kind), value)
        case "role" | "size" if edge and name in edge.holds:
            return compared(name, edge.holds.get(name), value)
        case "period" | "space" | "parent" | "continues" | "continuedBy":
            return any(passes(sight, *row, value) for row in reached(sight, thing, name))
    if value.keys() <= {"some", "every", "none"}:
        found = reached(sight, thing, name)
        return all(
            quantified(quantifier, [passes(sight, *row, inner) for row in found]) for quantifier, inner in value.items()
        )
    return compared(name, thing.holds.get(name), value)


def quantified(quantifier: str, passed: list[bool]) -> bool:
    return {"some": any(passed), "every": all(passed), "none": not any(passed)}[quantifier]


def is_taught(kind: str, field: str) -> bool:
    """Whether the oracle knows what a field of a kind leads to."""
    known = {*UP, *DOWN, *SAID, *SAID_OF, "ancestors", "descendants", "space", "history"}
    return field in known or f"{kind}.{field}" in known
