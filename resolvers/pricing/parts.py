"""A request as parts with prices: what it can cost before it is run, and what it did cost, read from the answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Part:
    """A field of the answer: it costs `points` each time, and stands there `most` times at most.

    `path` is that of the list whose rows these are, where a client can ask for fewer of them.
    """

    points: int
    most: int = 1
    path: str | None = None
    inner: "dict[str, Part]" = field(default_factory=dict)

    def meet(self, other: "Part") -> None:
        """The same key, asked for again: by the same list, or by one of another kind of node."""
        self.points, self.most = max(self.points, other.points), max(self.most, other.most)
        self.path = self.path or other.path

    @property
    def cost(self) -> int:
        """The most that it can cost, with all that is in it."""
        return self.most * (self.points + cost_of(self.inner))


Parts = Mapping[str, Part]
"""By the keys of the answer."""


def cost_of(parts: Parts) -> int:
    """The most that they can cost together."""
    return sum(part.cost for part in parts.values())


def spent(parts: Parts, answer: Any) -> int:
    """What an answer has cost: each part as often as it stands there. Answers are JSON of any shape, hence `Any`."""
    if answer is None:
        return 0
    return sum(spent_on(part, answer[key]) for key, part in parts.items() if key in answer)


def spent_on(part: Part, told: Any) -> int:
    if isinstance(told, list):
        there = [one for one in told if one is not None]
        inner = sum(spent(part.inner, one) for one in there) if part.inner else 0
        return min(len(there), part.most) * part.points + inner
    if told is None:
        return 0
    return part.points + (spent(part.inner, told) if part.inner else 0)


@dataclass(frozen=True)
class Rows:
    """The rows of one list over the whole answer: how many there can be, `each` time how many, and what they can cost,
    with other lists in them (`cost`) and without (`own`).
    """

    path: str
    rows: int
    each: int
    cost: int
    own: int

    def enough(self, cost: int, most: int) -> int:
        """How many rows of this list would bring a request of this cost under `most`; 0 if none would."""
        return max((most - (cost - self.cost)) * self.each // self.cost, 0)


def lists(parts: Parts, times: int = 1) -> Iterator[Rows]:
    """All lists that can be asked for less."""
    for part in parts.values():
        here = times * part.most
        if part.path is not None and here:
            yield Rows(part.path, here, part.most, here * (part.points + cost_of(part.inner)), here * own_cost(part))
        yield from lists(part.inner, here)


def own_cost(part: Part) -> int:
    """What one of it costs, without the rows of the lists in it."""
    return part.points + sum(inner.most * own_cost(inner) for inner in part.inner.values() if inner.path is None)


@dataclass(frozen=True)
class Priced:
    """A request, and the most that it can cost."""

    parts: Parts
    cost: int

    def advice(self, most: int) -> str:
        """How it comes under `most`: by fewer rows of the dearest list for which that is enough."""
        dearest = sorted(lists(self.parts), key=lambda rows: rows.own, reverse=True)
        for rows in dearest:
            if enough := rows.enough(self.cost, most):
                said = f"`{rows.path}` alone asks for up to {rows.rows:,} rows"
                return f"{said}; ask for `first: {enough}` there, or for less around it"
        if dearest:
            said = f"`{dearest[0].path}` alone asks for up to {dearest[0].rows:,} rows"
            return f"{said}; ask for it in a request of its own, by the ids of what it hangs on"
        return "send several requests"
