"""Which of the links stated for one child fit beside each other: single relations, and shares that sum to at most 1."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..relations import MILLIONTHS, RELATION
from .edges import LINEAGE_NAMES, Edge, Held
from .unfit import Unfit


@dataclass(frozen=True)
class Wanted:
    """A link that is to be made: `place` in what was stated; `old`, the live edge that it takes the place of."""

    place: int
    child: str
    relation: str
    parent: str
    holds: Mapping[str, Held]
    old: Edge | None = None


def unfitting(kept: Sequence[Edge], wanted: Sequence[Wanted]) -> dict[int, Unfit]:
    """Why some do not fit, by their place. What was stated first goes first; an edge that cannot be replaced stays."""
    refused: dict[int, Unfit] = {}
    staying, rest = list(kept), list(wanted)
    while True:
        found = unfitting_in_turn(staying, rest)
        back = [link for link in rest if link.place in found and link.old]
        if not back:
            return refused | found
        refused |= {link.place: found[link.place] for link in back}
        staying += [link.old for link in back if link.old]
        rest = [link for link in rest if link not in back]


def unfitting_in_turn(staying: Sequence[Edge], wanted: Sequence[Wanted]) -> dict[int, Unfit]:
    """Takes the links one by one beside what stays."""
    given = sum(share_of(edge.relation, edge.holds) for edge in staying)
    parents = [edge.parent for edge in staying if edge.relation in LINEAGE_NAMES]
    taken = {edge.relation for edge in staying if RELATION[edge.relation].single}
    found: dict[int, Unfit] = {}
    for link in wanted:
        share = share_of(link.relation, link.holds)
        if link.relation in taken:
            found[link.place] = second_parent(link.relation)
        elif given + share > MILLIONTHS:
            found[link.place] = TooMuchShare(given + share, (*parents, link.parent))
        else:
            given += share
            parents += [link.parent] if link.relation in LINEAGE_NAMES else []
            if RELATION[link.relation].single:
                taken.add(link.relation)
    return found


def share_of(relation: str, holds: Mapping[str, Held]) -> int:
    share = holds.get("share") if relation in LINEAGE_NAMES else None
    return share if isinstance(share, int) else 0


def second_parent(relation: str) -> Unfit:
    return Unfit("SECOND_PARENT", f"A node has at most one {relation}, and this one has it: unlink that first.")


class TooMuchShare(Unfit):
    """The shares of the child would sum to more than 1. `total` is what they would sum to, in millionths; `parents` are
    all that the child would count towards: some may be hidden.
    """

    def __init__(self, total: int, parents: tuple[str, ...]) -> None:
        message = "The shares of this child would sum to more than 1: lower this share or another one."
        super().__init__("SHARE_SUM", message)
        self.total, self.parents = total, parents
