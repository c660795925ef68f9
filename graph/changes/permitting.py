"""Who may change a node or link it, as the judge of a change asks: a refusal says what is lacking."""

from collections.abc import Iterable, Mapping

from ..access.refusals import MoneyForbidden
from ..access.rights import Rights
from ..refusals import NotPermitted, StaleRevision
from ..writing.money import money_in
from ..writing.nodes import Node
from ..writing.values import Stored, stored_properties
from .gathering import Known, sources_of


def editable(known: Known, what: str, id_: str) -> Node:
    """The node, for who may change it. Raises NotFound, NotPermitted."""
    node = known.node(what, id_)
    if not known.rights.may_edit(node.space, sources_of(node)):
        raise lacking(known.rights, "EDITOR on the space that it lives in", sources_of(node))
    return node


def expected(node: Node, revision: int | None) -> Node:
    """The node, at the revision that the caller has read; None expects none. Raises StaleRevision."""
    if revision not in (None, node.revision):
        raise StaleRevision(node.id, node.revision)
    return node


def statable(rights: Rights, kind: str, holds: Mapping[str, object]) -> dict[str, Stored]:
    """What is stated of a node of a kind, as it is stored, for who may state it. Raises Unfit, MoneyForbidden."""
    require_stating(rights, kind, holds)
    return stored_properties(kind, holds)


def require_stating(rights: Rights, kind: str, names: Iterable[str]) -> None:
    """Raises MoneyForbidden where one of these properties of a kind is money, and not for the caller to state."""
    if not rights.states_money and (money := money_in(kind, names)):
        raise MoneyForbidden(money[0])


def require_owning_around(rights: Rights) -> None:
    """Raises NotPermitted for who may not say what holds for the whole workspace: rates, and its settings."""
    if not rights.may_own_around():
        raise NotPermitted(
            "What holds for the whole workspace needs the role OWNER on some space: ask an owner of one."
        )


def require_weighing(known: Known, child: Node, parent: Node) -> None:
    """Raises NotPermitted where the child's link may not say how much it counts in the parent."""
    if not known.rights.may_weigh(child.space, parent.space, sources_of(child)):
        raise NotPermitted("A weight other than 1 needs the role EDITOR on the parent's space too: ask an owner of it.")


def lacking(rights: Rights, role: str, sources: frozenset[str] = frozenset()) -> NotPermitted:
    if rights.source is not None and rights.source not in sources:
        return NotPermitted(f"This client may change only what came from {rights.source!r}: use upsertWork for that.")
    return NotPermitted(f"You need the role {role}: ask one of its owners.")
