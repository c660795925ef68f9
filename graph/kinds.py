"""The kinds of node: one row each. The name is the label in Neo4j and the type in GraphQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .records import around, time, work


@dataclass(frozen=True)
class Kind:
    """A kind of node. `rank` orders work from task to strategy: no edge of lineage goes down in rank.

    `is_stated`: an import may state such nodes; the others are made by changes of their own. `is_published`: it is
    found by its id alone, whatever it is; the others are told only where a field of their own kind leads to them.
    """

    name: str
    prefix: str
    record: type
    rank: int | None = None
    is_stated: bool = True
    is_published: bool = True

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of such a node; the interfaces that it is published under are among them."""
        return ("Node", self.name) if self.rank is None else ("Node", "WorkNode", self.name)


KINDS = (
    Kind("WorkItem", "itm", work.WorkItem, rank=0),
    Kind("Project", "prj", work.Project, rank=1),
    Kind("Initiative", "ini", work.Initiative, rank=2),
    Kind("KeyResult", "kr", work.KeyResult, rank=3),
    Kind("Objective", "obj", work.Objective, rank=3),
    Kind("Strategy", "str", work.Strategy, rank=4),
    Kind("Person", "per", around.Person),
    Kind("Team", "team", around.Team),
    Kind("Period", "prd", around.Period),
    Kind("Space", "spc", around.Space),
    Kind("CheckIn", "chk", around.CheckIn),
    Kind("TimeEntry", "tim", time.TimeEntry, is_published=False),
    Kind("CostRate", "rat", time.CostRate, is_stated=False, is_published=False),
    Kind("Principal", "pri", around.Principal, is_stated=False, is_published=False),
)

KIND: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in KINDS})
ANY = "&!".join(("Node", *(kind.name for kind in KINDS if not kind.is_published)))
"""The labels of whatever is found by its id alone."""

STATED = tuple(kind.name for kind in KINDS if kind.is_stated)
WORK = tuple(kind.name for kind in KINDS if kind.rank is not None)
