"""The rows of lives as they are now: the live graph, the twins, and the edges of the trail."""

from collections import defaultdict
from collections.abc import Sequence

from ..kinds import KIND
from ..relations import RELATION
from ..writing.effects import WITHOUT_EDGES
from .entries import FOR_EVER, Row, held_after, own_holds, reference_of
from .lives import Life, Tie

Edge = list[object]


def node_row(workspace: str, life: Life) -> Row:
    """A node as it is now, with its identity."""
    held: Row = {}
    for moment in life.moments:
        held = held_after(held, moment)
    last = life.moments[-1].at
    since = {"since": last, "updatedAt": last, "createdAt": life.since, "revision": len(life.moments)}
    reference = reference_of(life)
    return {
        "labels": KIND[life.kind].labels,
        "node": {**held, **own_holds(workspace, life), **since},
        "reference": {**reference.row, "key": reference.key(workspace, life.id)},
        "twin": [] if life.kind in WITHOUT_EDGES else [life.kind],
    }


def edges_of(life: Life) -> Sequence[Row]:
    """The edges that ever left a node, by their parents: the live ones, and all."""
    parents: defaultdict[str, list[Tie]] = defaultdict(list)
    for tie in life.ties:
        parents[tie.parent].append(tie)
    return [
        {
            "child": life.id,
            "parent": parent,
            "source": life.identity.source,
            "live": [live_edge(life, tie) for tie in ties if tie.until is None],
            "ever": [trail_edge(tie) for tie in ties],
        }
        for parent, ties in parents.items()
    ]


def live_edge(life: Life, tie: Tie) -> Row:
    single = {"child": life.id} if RELATION[tie.relation].single else {}
    own = {"id": tie.id, "since": tie.since, "source": life.identity.source}
    return {"relation": tie.relation, "holds": {**tie.holds, **own, **single}}


def trail_edge(tie: Tie) -> Row:
    return {
        "relation": f"T_{tie.relation}",
        "id": tie.id,
        "from": tie.since,
        "to": FOR_EVER if tie.until is None else tie.until,
        "holds": tie.holds,
    }
