"""What a workload is: one question, put to each system in its own words, and how the answers are compared."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

Variables = Mapping[str, Any]
Case = Mapping[str, Any]
"""What one asking is about. It and all answers are JSON of any shape, hence `Any`."""


@dataclass(frozen=True)
class Start:
    """Where a page begins: after how many rows, and after which one. The cursor is ours."""

    skip: int
    created_at: int
    id: str
    cursor: str | None

    @property
    def keys(self) -> dict[str, Any]:
        return {"createdAt": self.created_at, "id": self.id}

    @property
    def text(self) -> str | None:
        """A cursor as one would make it without sealing it."""
        return f"{self.created_at} {self.id}" if self.skip else None


class Finding(Protocol):
    """Whoever knows what there is to ask about. `deep` is the number of the deep page."""

    deep: int

    def found(self, name: str) -> list[Case]: ...

    def starts(self, skips: Sequence[int]) -> list[Start]: ...


@dataclass(frozen=True)
class Target:
    """How close to the raw driver we mean to come: time at one connection, throughput at several."""

    time: float
    throughput: Mapping[int, float]
    over_neo4j: float | None = None
    over_strawberry: float | None = None


def whole(case: Case) -> Variables:
    return case


def as_it_is(answer: Any) -> Any:
    return answer


@dataclass(frozen=True, eq=False)
class Workload:
    """One row of the comparison.

    `texts` names its files. `asked` makes a case into a system's variables where those are not the case itself.
    `settled` takes out of an answer what may differ. `from_neo4j` gives the answer of @neo4j/graphql our shape; where
    it is None, that interface has no words for the question, and `unasked` says why.
    """

    name: str
    title: str
    texts: str
    target: Target
    cases: Callable[[Finding], Sequence[Case]]
    asked: Mapping[str, Callable[[Case], Variables]] = field(default_factory=dict)
    settled: Callable[[Any], Any] = as_it_is
    from_neo4j: Callable[[Any], Any] | None = None
    unasked: str = ""

    def variables(self, dialect: str, case: Case) -> Variables:
        return self.asked.get(dialect, whole)(case)
