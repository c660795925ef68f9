"""What the feed says of a life: its revisions and its edges, one entry each, in the order of time."""

from collections.abc import Iterator, Mapping

from ..kinds import KIND
from ..records.states import ReferenceRole
from ..writing.references import Reference
from .lives import Life, Moment, Tie

Row = dict[str, object]

FOR_EVER = 253402300799000
"""The end of what has not ended, as settle.cypher has it."""

CLIENT = "generate"
"""Who has made all the changes."""

REVISED, UNLINKED, LINKED = range(3)
"""In one change nodes come first, then the edges that cease, then those that begin."""


def own_holds(workspace: str, life: Life) -> Row:
    """What a node holds from its first moment to its last, whatever its kind."""
    own: Row = {"id": life.id, "ws": workspace, "space": life.space}
    if (rank := KIND[life.kind].rank) is not None:
        own["rank"] = rank
    return own


def held_after(before: Mapping[str, object], moment: Moment) -> Row:
    """What a node holds after a moment."""
    held = {**before, **moment.sets}
    return {name: value for name, value in held.items() if value is not None} if None in moment.sets.values() else held


def reference_of(life: Life) -> Reference:
    return Reference(ReferenceRole.IDENTITY, life.identity)


def entries_of(workspace: str, life: Life) -> Iterator[tuple[int, Row]]:
    """Each entry with its instant, but for its number in the feed."""
    replaced = {tie.replaces for tie in life.ties}
    happened: list[tuple[int, int, int]] = [(moment.at, REVISED, place) for place, moment in enumerate(life.moments)]
    for place, tie in enumerate(life.ties):
        happened.append((tie.since, LINKED, place))
        if tie.until is not None and tie.id not in replaced:
            happened.append((tie.until, UNLINKED, place))
    revisions = revisions_of(workspace, life)
    for at, what, place in sorted(happened):
        if what == REVISED:
            yield at, next(revisions)
        else:
            yield at, {"labels": ("Change",), "holds": edge_entry(workspace, life, life.ties[place], what, at)}


def revisions_of(workspace: str, life: Life) -> Iterator[Row]:
    """The revisions, each with all that the node then holds. The description stands only in those that set it."""
    own, held = own_holds(workspace, life), dict[str, object]()
    beside = {name: value for name, value in own.items() if name != "id"}
    always: Row = {"node": life.id, "references": [reference_of(life).text], "client": CLIENT}
    ends = [moment.at for moment in life.moments[1:]] + [FOR_EVER]
    for number, (moment, end) in enumerate(zip(life.moments, ends, strict=True), start=1):
        before, held = held, held_after(held, moment)
        sets = [name for name, value in moment.sets.items() if value != before.get(name)]
        shown = {**held, **beside, **always, **instants(moment.at, end), "revision": number}
        shown["change"] = "CHANGED" if before else "CREATED"
        shown["sets"] = sets if before else [*sets, *own, "references"]
        if "description" not in sets:
            shown.pop("description", None)
        told = ("Described",) if "description" in sets else ()
        yield {"labels": ("Change", "Revision", *told), "holds": shown}


def instants(since: int, until: int) -> Row:
    """What was held from one instant to another, and known all the time."""
    return {
        "validFrom": since,
        "recordedAt": since,
        "validTo": until,
        "closedAt": until,
        "retractedAt": FOR_EVER,
    }


def edge_entry(workspace: str, life: Life, tie: Tie, what: int, at: int) -> Row:
    change = "UNLINKED" if what == UNLINKED else "RELINKED" if tie.replaces else "LINKED"
    entry: Row = {
        **tie.holds,
        "ws": workspace,
        "change": change,
        "edge": tie.id,
        "relation": tie.relation,
        "source": life.identity.source,
        "child": life.id,
        "parent": tie.parent,
        "client": CLIENT,
        "recordedAt": at,
    }
    if change == "RELINKED":
        entry["closes"] = tie.replaces
    return entry
