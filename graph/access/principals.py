"""Whom access can be granted besides people and teams, and the keys by which they are found."""

import json
from dataclasses import dataclass

from ..ids import new_id
from ..records.states import PrincipalKind
from ..writing.effects import Effects
from ..writing.nodes import Node
from ..writing.texts import one_line
from ..writing.unfit import Unfit


@dataclass(frozen=True)
class Principal:
    """One grantee of a workspace. `issuer` tells apart whoever has the same name at two identity providers.

    `name` is the subject, the client or the group, as tokens have it; everyone has neither issuer nor name.
    """

    kind: PrincipalKind
    issuer: str = ""
    name: str = ""

    def key(self, workspace: str) -> str:
        """Unique among all principals of all workspaces."""
        return json.dumps([workspace, self.kind.name, self.issuer, self.name], ensure_ascii=False)


EVERYONE = Principal(PrincipalKind.EVERYONE)


def principal_id(principal: Principal, known: str | None, effects: Effects) -> str:
    """The id of a principal: the one that is known, else that of a new node. Raises Unfit."""
    if known is not None:
        return known
    everyone = principal.kind is PrincipalKind.EVERYONE
    if everyone and (principal.issuer or principal.name):
        raise Unfit("BAD_VALUE", "Everyone has neither issuer nor name: leave them out.")
    holds = {
        "principalKind": principal.kind.name,
        "name": "Everyone" if everyone else one_line("name", principal.name),
        "key": principal.key(effects.workspace),
    }
    if not everyone:
        holds["issuer"] = one_line("issuer", principal.issuer)
    node = Node(new_id("Principal"), "Principal", effects.workspace, 0, holds, frozenset())
    effects.create_node(node)
    return node.id
