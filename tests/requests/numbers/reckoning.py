"""The numbers of the sample, reckoned from a plain reading of the file by the rules of docs/numbers.md.

Nothing of the product is imported here. In the file no task has an estimate, no edge a weight or a share, and there are
no key results. So objectives and strategies go by the mean of their children, and projects by their tasks.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tests.requests.oracle import Key, Reading

IN_NO_SUM = ("PROPOSED", "CANCELLED")
CATEGORY = {"NEW": "NOT_STARTED", "PROPOSED": "NOT_STARTED", "ACTIVE": "IN_PROGRESS"}


@dataclass(frozen=True)
class Reckoning:
    """What is to be told of each thing of the file."""

    reading: Reading

    def state(self, key: Key) -> str:
        """A project stands where its objective stands; strategies are active."""
        if key[0] == "PROJECT":
            return self.reading.states[self.reading.parents[key][0]]
        return "ACTIVE" if key[0] == "STRATEGY" else self.reading.states[key]

    def progress(self, key: Key) -> tuple[Fraction | None, Fraction | None]:
        """How far it is, and the part of its children of which that is known."""
        if key[0] == "WORK_ITEM":
            return Fraction(self.state(key) == "DONE"), Fraction(1)
        children = [child for child in self.reading.children(key) if self.state(child) not in IN_NO_SUM]
        known = [value for value, _ in map(self.progress, children) if value is not None]
        value = sum(known, Fraction(0)) / len(known) if known else None
        return value, Fraction(len(known), len(children)) if children else None

    def parts(self, key: Key) -> dict[Key, Fraction]:
        """Which part of it goes to each thing above it: what has several parents is divided equally among them."""
        parts: dict[Key, Fraction] = {}
        above = self.reading.parents.get(key, [])
        for parent in above:
            for target, part in {parent: Fraction(1), **self.parts(parent)}.items():
                parts[target] = parts.get(target, Fraction(0)) + part / len(above)
        return parts

    def efforts(self) -> dict[Key, tuple[Fraction, Fraction]]:
        """Of each thing with tasks below it: the parts of all of them together, and of those that are done."""
        efforts: dict[Key, tuple[Fraction, Fraction]] = {}
        for task in self.reading.of_kind("WORK_ITEM"):
            for target, part in self.parts(task).items():
                total, done = efforts.get(target, (Fraction(0), Fraction(0)))
                efforts[target] = total + part, done + (part if self.state(task) == "DONE" else 0)
        return efforts

    def counts(self, key: Key) -> Counter[tuple[str, str]]:
        """How many there are below it of each kind that stand alike."""
        below = self.reading.descendants(key)
        return Counter((other[0], CATEGORY.get(self.state(other), self.state(other))) for other in below)

    def targets(self, task: Key) -> Iterator[tuple[str, str, Fraction]]:
        """The objectives and strategies that it goes to, by kind and title, with the part."""
        for (kind, name), part in self.parts(task).items():
            if kind in ("OBJECTIVE", "STRATEGY"):
                yield kind, self.reading.titles[kind, name], part
