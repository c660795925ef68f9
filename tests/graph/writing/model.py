"""What an upsert should do, in plain Python: slow, by the words of the model, and without any code of the product."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from graph.writing.identities import spoken
from graph.writing.stated import StatedLink, StatedNode

RANK = {"WorkItem": 0, "Project": 1, "Initiative": 2, "KeyResult": 3, "Objective": 3, "Strategy": 4}
LONGEST = {0: 6, 1: 0, 2: 3, 3: 3, 4: 2}
SINGLE = {"PART_OF", "IN_PERIOD", "SUBTEAM_OF"}
LINEAGE = {"PART_OF", "CONTRIBUTES_TO"}
ENDS = {
    "PART_OF": {
        ("WorkItem", "WorkItem"),
        ("WorkItem", "Project"),
        ("Project", "Initiative"),
        ("Initiative", "Initiative"),
        ("KeyResult", "Objective"),
        ("Objective", "Objective"),
        ("Strategy", "Strategy"),
    },
    "CONTRIBUTES_TO": {
        *(("WorkItem", parent) for parent in ("Project", "Initiative", "Objective", "KeyResult", "Strategy")),
        *(("Project", parent) for parent in ("Initiative", "Objective", "KeyResult", "Strategy")),
        *(("Initiative", parent) for parent in ("Initiative", "Objective", "KeyResult", "Strategy")),
        *(("Objective", parent) for parent in ("Objective", "KeyResult", "Strategy")),
    },
    "SUBTEAM_OF": {("Team", "Team")},
    "CONTINUES": {(kind, kind) for kind in RANK},
    "OWNED_BY": {(kind, "Team") for kind in RANK},
}


@dataclass(frozen=True)
class Tie:
    """An edge: its ends by name, who stated it, and what it holds."""

    child: str
    relation: str
    parent: str
    role: str | None
    share: Fraction | None
    weight: int
    source: str

    @property
    def likeness(self) -> tuple[str, str, str, str | None]:
        return (self.child, self.relation, self.parent, self.role)


@dataclass
class Model:
    """Nodes by name with their kind, space and properties, and the ties between them."""

    kinds: dict[str, str] = field(default_factory=dict)
    properties: dict[str, dict[str, Any]] = field(default_factory=dict)
    references: dict[str, dict[str, str]] = field(default_factory=dict)
    ties: list[Tie] = field(default_factory=list)

    def upsert(self, source: str, nodes: list[StatedNode], links: list[StatedLink]) -> tuple[list[str], list[str]]:
        """The outcomes of nodes and links."""
        outcomes = [self.state(source, node, nodes[:place]) for place, node in enumerate(nodes)]
        bad = {
            node.identity.external_id
            for place, (node, outcome) in enumerate(zip(nodes, outcomes, strict=True))
            if outcome == "REFUSED" and node.identity not in [other.identity for other in nodes[:place]]
        }
        return outcomes, self.tie_up(source, links, bad)

    def state(self, source: str, node: StatedNode, before: list[StatedNode]) -> str:
        name, stated = node.identity.external_id, node.properties
        if (
            node.identity in [other.identity for other in before]
            or stated.get("title") == ""
            or stated.get("name") == ""
        ):
            return "REFUSED"
        links = {reference.external_id: source for reference in node.references or ()}
        if name not in self.kinds:
            self.kinds[name] = node.kind
            self.properties[name] = {key: value for key, value in stated.items() if value is not None}
            self.references[name] = links
            return "CREATED"
        if self.kinds[name] != node.kind:
            return "REFUSED"
        others = {issue: by for issue, by in self.references[name].items() if by != source}
        now = {key: value for key, value in {**self.properties[name], **stated}.items() if value is not None}
        if now == self.properties[name] and self.references[name] == links | others:
            return "UNCHANGED"
        self.properties[name], self.references[name] = now, links | others
        return "UPDATED"

    def tie_up(self, source: str, links: list[StatedLink], bad: set[str]) -> list[str]:
        """Child by child, in the order in which children are first named; what gives way is taken away first."""
        outcomes = {}
        wanted: dict[int, Tie] = {}
        for place, link in enumerate(links):
            tie = self.tie_of(source, link, bad)
            if tie is None or tie.likeness in [other.likeness for other in wanted.values()]:
                outcomes[place] = "REFUSED"
            else:
                wanted[place] = tie
        spared = {
            (spoken(link.child), link.relation, spoken(link.parent))
            for place, link in enumerate(links)
            if place in outcomes
        }
        stated = {spoken(link.child) for link in links} - bad
        likenesses = {tie.likeness for tie in wanted.values()}
        self.ties = [
            tie
            for tie in self.ties
            if tie.source != source
            or tie.child not in stated
            or tie.likeness in likenesses
            or (tie.child, tie.relation, tie.parent) in spared
        ]
        order = {link.child: place for place, link in reversed(list(enumerate(links)))}
        for place in sorted(wanted, key=lambda place: (order[links[place].child], place)):
            old = self.like(wanted[place])
            if old and replace(old, source=source) == replace(wanted[place], source=source):
                outcomes[place] = "UNCHANGED"
        for child in dict.fromkeys(spoken(link.child) for link in links):
            mine = {p: tie for p, tie in wanted.items() if tie.child == child and p not in outcomes}
            outcomes |= self.tie_child(mine)
        return [outcomes[place] for place in range(len(links))]

    def tie_child(self, wanted: dict[int, Tie]) -> dict[int, str]:
        """Begins again, with the old tie left in place, whenever a tie that was there cannot be made anew."""
        stuck: set[int] = set()
        while True:
            anew = {place for place in wanted if self.like(wanted[place])} - stuck
            gone = {wanted[place].likeness for place in anew}
            ties = [tie for tie in self.ties if tie.likeness not in gone]
            topology = list(self.ties)
            outcomes = dict.fromkeys(stuck, "REFUSED")
            for place, tie in wanted.items():
                if place in stuck:
                    continue
                if (place not in anew and self.is_wrong(tie, topology)) or self.is_too_much(tie, ties):
                    outcomes[place] = "REFUSED"
                    if place in anew:
                        stuck.add(place)
                        break
                else:
                    ties.append(tie)
                    outcomes[place] = "UPDATED" if place in anew else "CREATED"
            else:
                self.ties = ties
                return outcomes

    def like(self, wanted: Tie) -> Tie | None:
        return next((tie for tie in self.ties if tie.likeness == wanted.likeness), None)

    def tie_of(self, source: str, link: StatedLink, bad: set[str]) -> Tie | None:
        child, parent, holds = spoken(link.child), spoken(link.parent), link.properties
        if {child, parent} & bad or not {child, parent} <= self.kinds.keys():
            return None
        if (self.kinds[child], self.kinds[parent]) not in ENDS[link.relation]:
            return None
        role, share, weight = holds.get("role"), holds.get("share"), holds.get("weight", 1)
        if (link.relation == "OWNED_BY") != (role is not None) or (isinstance(share, Fraction) and share > 1):
            return None
        return Tie(child, link.relation, parent, role, share, weight, source)  # type: ignore[arg-type]

    def is_too_much(self, tie: Tie, ties: list[Tie]) -> bool:
        mine = [other for other in ties if other.child == tie.child]
        taken = tie.relation in SINGLE and tie.relation in {other.relation for other in mine}
        return taken or sum((other.share or Fraction(0) for other in [*mine, tie]), Fraction(0)) > 1

    def is_wrong(self, tie: Tie, ties: list[Tie]) -> bool:
        """Whether a ring or a line that is too long runs through the tie."""
        if tie.relation == "OWNED_BY":
            return False
        if tie.relation not in LINEAGE:
            beside = [other for other in ties if other.relation == tie.relation]
            return tie.child in {tie.parent, *climbed(tie.parent, beside)}
        rank = RANK[self.kinds[tie.child]]
        if rank != RANK[self.kinds[tie.parent]]:
            return False
        beside = [
            other
            for other in ties
            if other.relation in LINEAGE and {RANK[self.kinds[other.child]], RANK[self.kinds[other.parent]]} == {rank}
        ]
        if tie.child in {tie.parent, *climbed(tie.parent, beside)}:
            return True
        turned = [replace(other, child=other.parent, parent=other.child) for other in beside]
        return steps(tie.parent, beside) + 1 + steps(tie.child, turned) > LONGEST[rank]


def climbed(name: str, ties: list[Tie]) -> Iterator[str]:
    for tie in ties:
        if tie.child == name:
            yield tie.parent
            yield from climbed(tie.parent, ties)


def steps(name: str, ties: list[Tie]) -> int:
    """The ties of the longest line that leads up from a node."""
    return max((1 + steps(tie.parent, ties) for tie in ties if tie.child == name), default=0)
