"""What becomes of each stated link: made, made anew, left as it is, or refused; and which ones close."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..relations import RELATION, STATED
from .book import Book
from .edges import Edge, Held, distinction, stored_holds
from .effects import Effects
from .gathering import Gathered
from .nodes import Node
from .relinking import Links, relinked, step_of
from .rings import Rings, Step, group_of
from .shares import Wanted
from .stated import Outcome, Result, StatedLink, Upsert
from .stating import refused
from .unfit import Unfit

STATED_NAMES = tuple(relation.name for relation in STATED)

Likeness = tuple[str, str, Held]
"""Relation, parent, and what else tells two edges of one child apart."""


@dataclass
class Child:
    """The links stated for one child beside its live edges: `named` are stated, whether they change anything or not;
    `spared` are relations and parents of which a statement was refused, so that what is there stays.
    """

    node: Node
    live: Mapping[Likeness, Edge]
    wanted: list[Wanted] = field(default_factory=list)
    named: set[Likeness] = field(default_factory=set)
    spared: set[tuple[str, str]] = field(default_factory=set)

    def closing(self, source: str) -> list[Edge]:
        """The edges that this source stated before and no longer states."""
        return [
            edge
            for like, edge in self.live.items()
            if edge.source == source and like not in self.named and (edge.relation, edge.parent) not in self.spared
        ]


def read_links(upsert: Upsert, book: Book, gathered: Gathered) -> tuple[list[Child], dict[int, Result]]:
    """The children with what is wanted for them, and the results that are certain already, by their place."""
    children: dict[str, Child] = {}
    results: dict[int, Result] = {}
    for place, link in enumerate(upsert.links):
        try:
            node = book.node(link.child)
        except Unfit as refusal:
            results[place] = refused(refusal)
            continue
        if node.id not in children:
            children[node.id] = Child(node, {likeness(edge): edge for edge in gathered.edges.get(node.id, ())})
        try:
            results |= read_link(place, link, children[node.id], book)
        except Unfit as refusal:
            results[place] = refused(refusal)
            if parent := book.known.get(link.parent):
                children[node.id].spared.add((link.relation, parent.id))
    return list(children.values()), results


def read_link(place: int, link: StatedLink, child: Child, book: Book) -> dict[int, Result]:
    """Takes one link in; answers its result where nothing changes."""
    if link.relation not in STATED_NAMES:
        can_be = f"use one of {', '.join(STATED_NAMES)}"
        raise Unfit("UNKNOWN_RELATION", f"No relation {link.relation!r} can be stated: {can_be}.")
    relation, parent = RELATION[link.relation], book.node(link.parent)
    if (child.node.kind, parent.kind) not in relation.ends:
        raise Unfit("BAD_ENDS", ends_message(relation.name, child.node.kind, parent.kind))
    holds = stored_holds(relation, link.properties)
    like = (relation.name, parent.id, distinction(relation, holds))
    if like in child.named:
        raise Unfit("DUPLICATE", "This link is stated twice in one upsert: state it once.")
    child.named.add(like)
    old = child.live.get(like)
    if old and old.holds == holds:
        return {place: Result(Outcome.UNCHANGED, old.id)}
    child.wanted.append(Wanted(place, child.node.id, relation.name, parent.id, holds, old))
    return {}


def ends_message(relation: str, child: str, parent: str) -> str:
    possible = sorted(target for source, target in RELATION[relation].ends if source == child)
    way_out = f"it leads to {' or '.join(possible)}" if possible else "use another relation"
    return f"{relation} does not lead from {child} to {parent}: {way_out}."


def new_steps(children: Sequence[Child]) -> Iterator[Step]:
    """The edges between nodes that are wanted and not there, as far as they could close a ring."""
    for child in children:
        for link in child.wanted:
            if not link.old and group_of(step_of(link)):
                yield step_of(link)


def judge_links(children: Sequence[Child], source: str, kin: set[Step], effects: Effects) -> dict[int, Result]:
    """Judges what is wanted, child by child, beside the edges in `kin`."""
    gone = {Step(edge.child, edge.relation, edge.parent) for child in children for edge in child.closing(source)}
    rings = Rings(kin - gone)
    results: dict[int, Result] = {}
    for child in children:
        results |= judge_child(child, source, rings, effects)
    return results


def judge_child(child: Child, source: str, rings: Rings, effects: Effects) -> dict[int, Result]:
    links = Links(list(child.live.values()), child.wanted, child.closing(source), source)
    faults, made = relinked(child.node, links, rings, effects)
    return {place: refused(fault) for place, fault in faults.items()} | made


def likeness(edge: Edge) -> Likeness:
    return edge.relation, edge.parent, distinction(RELATION[edge.relation], edge.holds)
