"""A workspace of spaces, teams and all kinds of work, made up at random; whatever it says is marked."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random

from graph.writing.stated import StatedNode, StatedReference
from tests.fixtures.building import Building, called
from tests.requests.isolation.marks import Mark, mark, weighed

MANY = {"Strategy": 1, "Objective": 3, "KeyResult": 2, "Initiative": 2, "Project": 3, "WorkItem": 5}
"""How much work of each kind lies in each space."""

PART_OF = {
    "WorkItem": ["WorkItem", "Project"],
    "Project": ["Initiative"],
    "Initiative": ["Initiative"],
    "KeyResult": ["Objective"],
    "Objective": ["Objective"],
    "Strategy": ["Strategy"],
}
CONTRIBUTES_TO = {
    "WorkItem": ["Project", "Initiative", "Objective", "KeyResult", "Strategy"],
    "Project": ["Initiative", "Objective", "KeyResult", "Strategy"],
    "Initiative": ["Initiative", "Objective", "KeyResult", "Strategy"],
    "Objective": ["Objective", "KeyResult", "Strategy"],
}
HEIGHT = {"WorkItem": 0, "Project": 10, "Initiative": 20, "Objective": 30, "KeyResult": 31, "Strategy": 40}
"""Work counts towards what is higher. Every second piece stands 2 higher than its kind, but for key results."""

STATUSES = ["PROPOSED", "ACTIVE", "ON_HOLD", "COMPLETED", "CANCELLED"]
LONG = {"period_kind": "YEAR"}
SHORT = {"period_kind": "HALF"}


@dataclass
class World:
    """`marks` are by the names of the spaces; `own` is that of the workspace's own border.

    `work` is the title, kind and height of each piece; `first` numbers the marks, which no other world has.
    """

    chance: Random
    spaces: list[str]
    first: int
    own: Mark = field(init=False)
    marks: dict[str, Mark] = field(default_factory=dict)
    building: Building = field(default_factory=Building)
    work: list[tuple[str, str, int]] = field(default_factory=list)
    edges: int = 0

    def made_up(self) -> "World":
        """All of it."""
        self.own = mark(self.chance, self.first)
        self.around()
        for place, space in enumerate(self.spaces, self.first + 1):
            self.marks[space] = mark(self.chance, place)
            self.space(space, self.marks[space])
        for title, kind, height in self.work:
            self.parents(title, kind, height)
            self.ties(title, kind)
        self.in_turn()
        return self

    def space(self, name: str, mark: Mark) -> None:
        holds = {"name": f"{mark.word} space", "description": f"all about {mark.word}"}
        self.building.nodes.append(StatedNode(called(name), "Space", holds))
        for kind, many in MANY.items():
            for number in range(many):
                self.piece(space=name, kind=kind, number=number, mark=mark)

    def piece(self, *, space: str, kind: str, number: int, mark: Mark) -> None:
        title = f"{mark.word} {kind} {number}"
        link = StatedReference("hub", f"{mark.word} issue", f"{mark.word}-{number}", f"https://{mark.word}.example")
        holds = {"title": title, **self.holds(kind, mark)}
        self.building.nodes.append(StatedNode(called(title), kind, holds, called(space), references=(link,)))
        self.work.append((title, kind, HEIGHT[kind] + (number % 2 * 2 if kind != "KeyResult" else 0)))
        if self.chance.random() < 0.5:
            self.check_in(title, mark)

    def holds(self, kind: str, mark: Mark) -> dict[str, object]:
        """What a piece of work says."""
        held: dict[str, object] = {"labels": [f"{mark.word} label", self.chance.choice(["a", "b"])]}
        if self.chance.random() < 0.7:
            held["description"] = f"{self.chance.choice(['Long', 'short'])} words of {mark.word}"
        match kind:
            case "WorkItem":
                held |= {"flow_state": self.chance.choice(["NEW", "WAITING", "ACTIVE", "DONE"])}
                held |= {"estimate": mark.number, "percent_complete": mark.share, "item_type": f"{mark.word} sort"}
                held |= {"due_on": mark.day, "started_at": datetime(mark.year, 3, 1, tzinfo=UTC)}
            case "KeyResult":
                held |= {"direction": "INCREASE", "unit": "NUMBER", "start_value": 0, "target_value": mark.number}
            case _:
                held |= {"status": self.chance.choice(STATUSES), "source_status": f"{mark.word} status"}
        return held | ({"start_on": mark.day, "target_on": mark.day} if kind in {"Objective", "Project"} else {})

    def check_in(self, title: str, mark: Mark) -> None:
        holds = {"as_of": mark.day, "health": self.chance.choice(["ON_TRACK", "AT_RISK"]), "progress": mark.share}
        holds |= {"text": f"report on {title}", "value": mark.number, "numerator": mark.number, "denominator": 7}
        self.building.nodes.append(StatedNode(called(f"of {title}"), "CheckIn", holds, subject=called(title)))

    def around(self) -> None:
        """Teams within teams, people in them, periods within periods."""
        word = self.own.word
        for number in range(4):
            self.building.named("Team", f"{word} team {number}", capacity=self.own.number)
            self.building.named("Person", f"{word} person {number}", role=f"{word} role {number}")
            days = {"starts_on": self.own.day, "ends_on": self.own.day.replace(month=12)}
            self.building.named("Period", f"{word} period {number}", **(SHORT if number else LONG), **days)
        for kind, relation, child, parent in (
            ("team", "SUBTEAM_OF", 1, 0),
            ("team", "SUBTEAM_OF", 2, 0),
            ("team", "SUBTEAM_OF", 3, 2),
            ("period", "WITHIN", 1, 0),
            ("period", "WITHIN", 2, 0),
        ):
            self.building.link(f"{word} {kind} {child}", relation, f"{word} {kind} {parent}")
        for person, team in ((1, 1), (2, 3), (3, 2)):
            self.building.link(f"{word} person {person}", "MEMBER_OF", f"{word} team {team}")

    def parents(self, title: str, kind: str, height: int) -> None:
        """What the piece counts towards: some that are higher, in whatever space."""
        for relation, ends, most in (("PART_OF", PART_OF, 1), ("CONTRIBUTES_TO", CONTRIBUTES_TO, 3)):
            above = [other for other, of, higher in self.work if of in ends.get(kind, ()) and higher > height]
            for parent in self.chance.sample(above, min(len(above), self.chance.randint(0, most))):
                self.edges += 1
                self.building.link(title, relation, parent, **weighed(self.chance, self.first * 1000 + self.edges))

    def ties(self, title: str, kind: str) -> None:
        """Who owns the piece, what it asks, and for when it is planned."""
        for role in self.chance.sample(["ACCOUNTABLE", "LEAD", "CONTRIBUTOR"], self.chance.randint(0, 2)):
            self.building.link(title, "OWNED_BY", self.any_of(self.chance.choice(["team", "person"])), role=role)
        if kind in CONTRIBUTES_TO and self.chance.random() < 0.5:
            self.building.link(title, "ASKS", self.any_of("team"), size=self.chance.choice(["SMALL", "LARGE"]))
        if kind in {"Objective", "Initiative", "Strategy"}:
            self.building.link(title, "IN_PERIOD", self.any_of("period"))

    def any_of(self, kind: str) -> str:
        return f"{self.own.word} {kind} {self.chance.randrange(4)}"

    def in_turn(self) -> None:
        """A line of objectives, each of which carries on the one before; what waits for what, and what replaces it."""
        objectives = [title for title, kind, _ in self.work if kind == "Objective"]
        line = self.chance.sample(objectives, len(objectives) * 2 // 3)
        for after, before in zip(line[1:], line, strict=False):
            self.building.link(after, "CONTINUES", before)
        for later, (title, kind, _) in enumerate(self.work, 1):
            for relation, others in (
                ("BLOCKS", [other for other, _, _ in self.work[later:]]),
                ("SUPERSEDES", [other for other, of, _ in self.work[later:] if of == kind]),
            ):
                for other in self.chance.sample(others, min(len(others), self.chance.choice([0, 0, 1]))):
                    self.building.link(title, relation, other)
