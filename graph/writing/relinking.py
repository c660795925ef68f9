"""Making and closing edges of one child: which of those that are wanted fit beside each other and what stays."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..ids import new_edge_id
from .edges import Edge
from .effects import Effects
from .nodes import Node
from .rings import Rings, Step, group_of
from .shares import Wanted, unfitting
from .stated import Outcome, Result
from .unfit import Unfit


@dataclass(frozen=True)
class Links:
    """All live edges of a child, those that are wanted, and those that are to close. `source` states the new ones;
    None where they are made by hand.
    """

    live: Sequence[Edge]
    wanted: Sequence[Wanted]
    closing: Sequence[Edge]
    source: str | None


def relinked(child: Node, links: Links, rings: Rings, effects: Effects) -> tuple[dict[int, Unfit], dict[int, Result]]:
    """Why some of what is wanted cannot be, and what becomes of the others, by their place."""
    gone = {edge.id for edge in links.closing} | {link.old.id for link in links.wanted if link.old}
    kept = [edge for edge in links.live if edge.id not in gone]
    faults: dict[int, Unfit] = {}
    for link in links.wanted:
        if not link.old and (fault := rings.fault_of(step_of(link))):
            faults[link.place] = fault
    faults |= unfitting(kept, [link for link in links.wanted if link.place not in faults])
    made = [link for link in links.wanted if link.place not in faults]
    if (made or links.closing) and child.revision:
        effects.expect_edges(child.id, links.live)
    for edge in links.closing:
        effects.close_edge(edge)
    return faults, {link.place: make(link, links.source, rings, effects) for link in made}


def make(link: Wanted, source: str | None, rings: Rings, effects: Effects) -> Result:
    edge = Edge(new_edge_id(), link.child, link.relation, link.parent, source, link.holds)
    effects.open_edge(edge, link.old)
    if link.old:
        return Result(Outcome.UPDATED, edge.id)
    step = step_of(link)
    rings.add(step)
    if group_of(step):
        effects.steps.append(step)
    return Result(Outcome.CREATED, edge.id)


def step_of(link: Wanted) -> Step:
    return Step(link.child, link.relation, link.parent)
