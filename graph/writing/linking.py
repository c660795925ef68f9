"""What becomes of each stated link: made, made anew, left as it is, or refused; and which ones close."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..refusals import Refused
from ..relations import MILLIONTHS, RELATION, STATED, Relation
from .book import Book
from .edges import Edge, Held, distinction, stored_holds
from .effects import Effects
from .gathering import Gathered
from .identities import Name
from .nodes import Node
from .permits import Permits
from .relinking import Links, relinked, step_of
from .rings import Rings, Step, group_of
from .shares import Wanted
from .stated import Outcome, Result, StatedLink
from .stating import refused
from .unfit import Unfit

STATED_NAMES = tuple(relation.name for relation in STATED)

Likeness = tuple[str, str, Held]
"""Relation, parent, and what else tells two edges of one child apart."""


@dataclass
class Child:
    """The links stated for one child beside its live edges: `named` are stated, whether they change anything or not;
    `spared` are relations and parents of which a statement was refused, or that the caller may not see, so that what is
    there stays.
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


class Reading:
    """Takes in the links of an upsert, child by child."""

    def __init__(self, book: Book, gathered: Gathered, permits: Permits) -> None:
        self.book, self.gathered, self.permits = book, gathered, permits
        self.children: dict[str, Child] = {}

    def links(self, stated: Sequence[StatedLink]) -> dict[int, Result]:
        """The results that are certain already, by their place."""
        results: dict[int, Result] = {}
        for place, link in enumerate(stated):
            try:
                child = self.child(link.child)
            except Refused as refusal:
                results[place] = refused(refusal)
                continue
            try:
                results |= self.link(place, link, child)
            except Refused as refusal:
                results[place] = refused(refusal)
                if parent := self.book.known_node(link.parent):
                    child.spared.add((link.relation, parent.id))
        return results

    def bare(self, names: Sequence[Name], source: str) -> list[Result]:
        """What becomes of children of which no link is stated, once all links are taken in."""
        return [self.bare_child(name, source) for name in names]

    def bare_child(self, name: Name, source: str) -> Result:
        try:
            child = self.child(name)
        except Refused as refusal:
            return refused(refusal)
        return Result(Outcome.UPDATED if child.closing(source) else Outcome.UNCHANGED, child.node.id)

    def child(self, name: Name) -> Child:
        """The child with its live edges. Those to what the caller may not see are spared."""
        node = self.book.node(name)
        if node.id not in self.children:
            self.permits.require_changing(node)
            edges = self.gathered.edges.get(node.id, ())
            spaces = self.gathered.spaces
            unseen = (edge for edge in edges if not self.permits.shows(spaces[edge.parent]))
            spared = {(edge.relation, edge.parent) for edge in unseen}
            self.children[node.id] = Child(node, {likeness(edge): edge for edge in edges}, spared=spared)
        return self.children[node.id]

    def link(self, place: int, link: StatedLink, child: Child) -> dict[int, Result]:
        """Takes one link in; answers its result where nothing changes."""
        if link.relation not in STATED_NAMES:
            can_be = f"use one of {', '.join(STATED_NAMES)}"
            raise Unfit("UNKNOWN_RELATION", f"No relation {link.relation!r} can be stated: {can_be}.")
        relation, parent = RELATION[link.relation], self.book.node(link.parent)
        if (child.node.kind, parent.kind) not in relation.ends:
            raise Unfit("BAD_ENDS", ends_message(relation.name, child.node.kind, parent.kind))
        self.permits.require_joining(relation, parent)
        stated = stored_holds(relation, link.properties)
        like = (relation.name, parent.id, distinction(relation, stated))
        if like in child.named:
            raise Unfit("DUPLICATE", "This link is stated twice in one upsert: state it once.")
        old = child.live.get(like)
        holds = {**stated, **kept_of(old, relation, link.properties)}
        if weight_of(holds) not in (MILLIONTHS, weight_of(old.holds if old else {})):
            self.permits.require_weighing(child.node, parent)
        child.named.add(like)
        if old and old.holds == holds:
            return {place: Result(Outcome.UNCHANGED, old.id)}
        child.wanted.append(Wanted(place, child.node.id, relation.name, parent.id, holds, old))
        return {}


def kept_of(old: Edge | None, relation: Relation, stated: Mapping[str, object]) -> dict[str, Held]:
    """What an edge that is there keeps: what is not stated of it."""
    return {name: old.holds[name] for name in relation.holds if name not in stated} if old else {}


def weight_of(holds: Mapping[str, Held]) -> Held:
    return holds.get("weight", MILLIONTHS)


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
