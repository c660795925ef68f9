"""What a caller may state of nodes and links, judged by rights that were read in the transaction itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..access.rights import Rights
from ..archive import home_of
from ..database import Transaction
from ..refusals import NotPermitted
from ..relations import MEMBER_OF, SUBTEAM_OF, Relation
from ..statements import Statement
from ..writing.nodes import Node
from .gathering import sources_of
from .permitting import require_stating

REACH = Statement(
    "graph.changes", "reach", sees_all="Who joins a team is given all that it reaches: the judge must know."
)

JOINING = (MEMBER_OF.name, SUBTEAM_OF.name)
"""The relations by which people come to what a team was granted."""


async def reach_of(transaction: Transaction, workspace: str, teams: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The spaces that were granted to each team, or to one above it; teams without any are absent."""
    asked = sorted(set(teams))
    row = await transaction.row(*REACH.given(ws=workspace, teams=asked)) if asked else None
    found: defaultdict[str, set[str]] = defaultdict(set)
    for team, space in row[0] if row else ():
        found[team].add(space)
    return {team: frozenset(spaces) for team, spaces in found.items()}


@dataclass(frozen=True)
class Stating:
    """The permits of a caller with these rights. `reach` are the spaces that come with being in a team."""

    workspace: str
    rights: Rights
    reach: Mapping[str, frozenset[str]]

    def shows(self, space: str) -> bool:
        return space == self.workspace or self.rights.may_read(home_of(space))

    def require_changing(self, node: Node) -> None:
        sources = sources_of(node)
        if self.rights.source is not None and self.rights.source not in sources:
            raise NotPermitted(f"This client may state only what came from {self.rights.source!r}.")
        if node.space == self.workspace:
            if not self.rights.may_edit_around(sources):
                raise NotPermitted("People, teams and periods need the role EDITOR on some space: ask an owner of one.")
        elif not self.rights.may_edit(node.space, sources):
            raise NotPermitted("You need the role EDITOR on the space that it lives in: ask one of its owners.")

    def require_stating(self, kind: str, names: Iterable[str]) -> None:
        require_stating(self.rights, kind, names)

    def require_joining(self, relation: Relation, parent: Node) -> None:
        self.require_joining_of(relation, parent.id)

    def require_joining_of(self, relation: Relation, parent: str) -> None:
        """Whoever is in a team may do what the team was granted: so only who owns all of that may say it."""
        reached = self.reach.get(parent, frozenset()) if relation.name in JOINING else ()
        if not all(self.rights.may_own(space) for space in reached):
            raise NotPermitted(
                "To say who is in this team you need the role OWNER on every space that it, or a team above it, was"
                " granted: ask an owner of those."
            )

    def require_weighing(self, child: Node, parent: Node) -> None:
        if not self.rights.may_weigh(child.space, parent.space, sources_of(child)):
            raise NotPermitted(
                "A weight other than 1 needs the role EDITOR on the parent's space too: ask an owner of it."
            )
