"""The sample, read independently of the product: what the questions about it must be answered.

Nothing of the product is imported here. A thing of the file is known by a key: its kind, and its name in the file.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parents[2] / "api" / "imports" / "rust_goals" / "sample.json"

STATUSES = {"Accepted": "ACTIVE", "Proposed": "PROPOSED", "Not accepted": "CANCELLED"}

Key = tuple[str, str]
Line = tuple[Key, ...]
Entry = dict[str, Any]
Ask = tuple[str, str, str, str, str | None]


@dataclass
class Reading:
    """Who is below whom in the sample, and who asks whom."""

    titles: dict[Key, str] = field(default_factory=dict)
    seasons: dict[Key, str] = field(default_factory=dict)
    states: dict[Key, str] = field(default_factory=dict)
    parents: dict[Key, list[Key]] = field(default_factory=lambda: defaultdict(list))
    asked: list[tuple[str, Key, str, str | None]] = field(default_factory=list)

    def of_kind(self, kind: str) -> list[Key]:
        return [key for key in self.titles if key[0] == kind]

    def called(self, kind: str, title: str) -> list[Key]:
        return [key for key in self.of_kind(kind) if self.titles[key] == title]

    def children(self, parent: Key) -> list[Key]:
        return [child for child, above in self.parents.items() if parent in above]

    def children_by_title(self, parent: Key, kind: str) -> list[Key]:
        """Those of a kind, in the order of their titles (question (e))."""
        return sorted((key for key in self.children(parent) if key[0] == kind), key=self.titles.__getitem__)

    # (a) what a task serves

    def ancestors(self, key: Key) -> dict[Key, int]:
        """All that is above it, with the fewest steps to it."""
        return nearest(key, lambda step: self.parents.get(step, []))

    def lines(self, key: Key, kind: str) -> Iterator[tuple[Line, Fraction]]:
        """Every way up that ends at a thing of that kind, both ends included, with the share along it.

        The sample gives no shares: what has several parents divides itself equally among them.
        """
        above = self.parents.get(key, [])
        for parent in above:
            share = Fraction(1, len(above))
            if parent[0] == kind:
                yield (key, parent), share
            for line, further in self.lines(parent, kind):
                yield (key, *line), share * further

    # (b) what is below an objective

    def descendants(self, key: Key) -> dict[Key, int]:
        """All that is below it, with the fewest steps to it."""
        return nearest(key, self.children)

    def below(self, key: Key, kind: str, text: str) -> dict[Key, int]:
        """What is below it, of a kind and with a text in its title in upper or lower case, with the fewest steps."""
        found = self.descendants(key).items()
        return {
            other: distance
            for other, distance in found
            if other[0] == kind and text.lower() in self.titles[other].lower()
        }

    # (c) and (d) what serves nothing

    def without(self, kind: str, ancestor: str) -> list[Key]:
        """The things of a kind above which there is nothing of another."""
        return [key for key in self.of_kind(kind) if not any(above[0] == ancestor for above in self.ancestors(key))]

    def of_cancelled_objectives_alone(self) -> list[Key]:
        """The tasks all of whose objectives, of which there is one at least, are cancelled."""
        return [key for key in self.of_kind("WORK_ITEM") if self.serves_cancelled_alone(key)]

    def serves_cancelled_alone(self, key: Key) -> bool:
        objectives = {above for above in self.ancestors(key) if above[0] == "OBJECTIVE"}
        return bool(objectives) and {self.states[objective] for objective in objectives} == {"CANCELLED"}

    # (f) which teams are asked for what, by season

    def asks(self) -> Counter[Ask]:
        """How often each team is asked in each season by a thing of that kind and title, and for how much."""
        return Counter((team, season, key[0], self.titles[key], size) for team, key, season, size in self.asked)


def nearest(start: Key, steps: Callable[[Key], list[Key]]) -> dict[Key, int]:
    found: dict[Key, int] = {}
    edge, distance = [start], 0
    while edge:
        distance += 1
        edge = [step for key in edge for step in steps(key) if step not in found]
        found.update(dict.fromkeys(edge, distance))
    return found


def read_sample() -> Reading:
    file = json.loads(SAMPLE.read_text(encoding="utf-8"))
    teams = {team["name"] for team in file["teams"]}
    reading = Reading()
    for entry in file["goals"]:
        if entry["kind"] == "ROADMAP":
            reading.titles["STRATEGY", entry["title"]] = entry["title"]
        else:
            read_goal(entry, teams, reading)
    return reading


def read_goal(entry: Entry, teams: set[str], reading: Reading) -> None:
    file_name = entry["source_id"].rsplit("/", 1)[-1].removesuffix(".md")
    objective = ("OBJECTIVE", entry["source_id"])
    reading.titles[objective] = entry["title"] or file_name
    reading.seasons[objective] = entry["season"]
    reading.states[objective] = STATUSES[entry["status"]]
    for title in {*entry["roadmaps"], *entry["flagship"]} - {"Yes"}:
        reading.titles["STRATEGY", title] = title
        reading.parents[objective].append(("STRATEGY", title))
    for ask in entry["team_asks"]:
        reading.asked.append((ask["team"], objective, entry["season"], ask["level"].upper()))
    for task in entry["tasks"]:
        read_task(task, objective, teams, reading)


def read_task(task: Entry, objective: Key, teams: set[str], reading: Reading) -> None:
    season, source_id = reading.seasons[objective], objective[1]
    item = ("WORK_ITEM", f"{source_id} row {task['n']}")
    reading.titles[item], reading.seasons[item] = task["title"], season
    reading.states[item] = "DONE" if task["done"] else "NEW"
    if task["subgoal"]:
        project = ("PROJECT", f"{source_id} {task['subgoal']}")
        reading.titles[project], reading.seasons[project] = task["subgoal"], season
        reading.parents[project] = [objective]
    reading.parents[item].append(project if task["subgoal"] else objective)
    if task["is_team_ask"]:
        reading.asked += [(team, item, season, None) for team in task["teams"] if team in teams]
