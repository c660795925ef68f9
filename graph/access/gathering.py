"""What a change of access must know before it is judged: one statement, hidden rows too, for the judge alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..relations import GRANTED, IS
from ..statements import Statement
from ..writing.edges import Edge
from ..writing.gathering import node_from
from ..writing.nodes import Node

GATHER = Statement(
    "graph.access", "gather", sees_all="The rules hold over what is hidden too; the judge alone sees it."
)


@dataclass(frozen=True)
class Asked:
    """Ids, and the key of a principal; None where a change needs none such."""

    space: str | None = None
    node: str | None = None
    principal: str | None = None
    person: str | None = None

    @property
    def row(self) -> Mapping[str, object]:
        return {"space": self.space, "node": self.node, "principal": self.principal, "person": self.person}


@dataclass(frozen=True)
class Known:
    """What was found of that. `grants` are all on the space, `joins` lead from the node to the person that it is, and
    `reach` are the spaces that the person, and whoever the node is now, read as persons.
    """

    space: Node | None
    node: str | None
    principal: str | None
    person: str | None
    grants: Sequence[Edge]
    joins: Sequence[Edge]
    reach: Sequence[str]


def known_from(gathered: Sequence[Any]) -> Known:
    """What gather.cypher answers, in our words. `Any`, as rows come in any shape that Cypher can return."""
    space, holds, node, principal, person, grants, joins, reach = gathered
    return Known(
        space=node_from(space, holds, ()) if space else None,
        node=node,
        principal=principal,
        person=person,
        grants=[Edge(id_, grantee, GRANTED.name, space, None, {"role": role}) for id_, grantee, role in grants],
        joins=[Edge(id_, node, IS.name, joined, None, {}) for id_, joined in joins],
        reach=reach,
    )
