"""The relations: one row each, with its ends, its rule and what its edges hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from .kinds import WORK


@dataclass(frozen=True)
class Relation:
    """A kind of edge, from a child to a parent where it is lineage.

    `ends` are the pairs of kinds that it joins; `holds` names what an edge says besides; `key` is the
    part of that by which two edges between the same ends differ; `single`: at most one live edge leaves
    a node; `acyclic`: no ring of such edges.
    """

    name: str
    meaning: str
    ends: frozenset[tuple[str, str]]
    holds: tuple[str, ...] = ()
    key: str | None = None
    single: bool = False
    acyclic: bool = False


def pairs(**targets: str) -> frozenset[tuple[str, str]]:
    """Pairs of ends, as `pairs(Project="Initiative Objective")`."""
    return frozenset((source, target) for source, named in targets.items() for target in named.split())


def each(sources: tuple[str, ...], *targets: str) -> frozenset[tuple[str, str]]:
    return frozenset((source, target) for source in sources for target in targets)


PART_OF = Relation(
    "PART_OF",
    "Containment: the child lies in the parent, and in no other.",
    pairs(
        WorkItem="WorkItem Project",
        Project="Initiative",
        Initiative="Initiative",
        KeyResult="Objective",
        Objective="Objective",
        Strategy="Strategy",
    ),
    holds=("share", "weight"),
    single=True,
    acyclic=True,
)
CONTRIBUTES_TO = Relation(
    "CONTRIBUTES_TO",
    "Alignment: the child serves the parent, and may serve others.",
    pairs(
        WorkItem="Project Initiative Objective KeyResult Strategy",
        Project="Initiative Objective KeyResult Strategy",
        Initiative="Initiative Objective KeyResult Strategy",
        Objective="Objective KeyResult Strategy",
    ),
    holds=("share", "weight"),
    acyclic=True,
)
IN_PERIOD = Relation(
    "IN_PERIOD", "Work is planned for a period.", each(("Objective", "Initiative", "Strategy"), "Period"), single=True
)
WITHIN = Relation("WITHIN", "A period lies in a longer one.", pairs(Period="Period"), single=True, acyclic=True)
OWNED_BY = Relation("OWNED_BY", "Somebody owns work.", each(WORK, "Person", "Team"), holds=("role",), key="role")
ASKS = Relation(
    "ASKS",
    "Work asks for the time of a team.",
    each(("WorkItem", "Project", "Initiative", "Objective"), "Team"),
    holds=("size",),
)
MEMBER_OF = Relation("MEMBER_OF", "A person is in a team.", pairs(Person="Team"))
SUBTEAM_OF = Relation("SUBTEAM_OF", "A team is part of another.", pairs(Team="Team"), single=True, acyclic=True)
CONTINUES = Relation(
    "CONTINUES",
    "Work carries on what was planned for the period before.",
    frozenset((kind, kind) for kind in WORK),
    acyclic=True,
)

BLOCKS = Relation(
    "BLOCKS",
    "Work cannot go on before other work is done.",
    frozenset((blocker, blocked) for blocker in WORK for blocked in WORK),
    acyclic=True,
)
SUPERSEDES = Relation(
    "SUPERSEDES", "Work takes the place of other work.", frozenset((kind, kind) for kind in WORK), acyclic=True
)

LINEAGE = (PART_OF, CONTRIBUTES_TO)
"""What carries work upwards: containment and alignment together."""

IS = Relation("IS", "Whoever signs in is this person.", pairs(Principal="Person"), single=True)
GRANTED = Relation(
    "GRANTED",
    "Somebody may read or change what is in a space.",
    each(("Principal", "Person", "Team"), "Space"),
    holds=("role",),
)

STATED = (*LINEAGE, IN_PERIOD, WITHIN, OWNED_BY, ASKS, MEMBER_OF, SUBTEAM_OF, CONTINUES, BLOCKS, SUPERSEDES)
"""What an import may state. Who may see and change what is no import's business."""

RELATIONS = (*STATED, IS, GRANTED)
RELATION: Mapping[str, Relation] = MappingProxyType({relation.name: relation for relation in RELATIONS})

MOST_STEPS: Mapping[int, int] = MappingProxyType({0: 6, 1: 0, 2: 3, 3: 3, 4: 2})
"""How many edges of lineage a line may have within a rank."""

DEEPEST = sum(MOST_STEPS.values()) + len(MOST_STEPS) - 1
"""How many edges of lineage any line can have: those within the ranks, and one from each rank to a higher one."""

MILLIONTHS = 1_000_000
"""Shares and weights are stored as whole millionths, so that sums of them are exact."""
