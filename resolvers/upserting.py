"""From what a client states of a source's work to the verb, and what became of it. Inputs are of many types: `Any`."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from strawberry import UNSET

from graph.changes.upserting import Item, ItemsRefused, StatedChild, Upserted, UpsertWork, upserted_from
from graph.kinds import KINDS
from graph.refusals import Refused
from graph.writing.identities import Identity, Key, Name
from graph.writing.stated import Outcome, StatedLink, StatedNode, StatedReference
from graph.writing.unfit import Unfit

from .access import caller_of, given
from .changing import Done
from .codes import CODE
from .inputs import holds_of
from .selecting import screaming
from .viewer import Viewer

KIND_OF: Mapping[str, str] = MappingProxyType(
    {screaming(kind.name).lower(): kind.name for kind in KINDS if kind.is_stated and kind.name != "Space"}
)
"""The kinds that a client may state, by the input's fields. Spaces are made by whoever manages access."""

HELD = ("share", "weight", "role", "size")
"""What links hold, of whatever relation."""


def upsert_work(viewer: Viewer, stated: Any) -> UpsertWork:
    source = stated.source
    return UpsertWork(
        viewer.workspace,
        caller_of(viewer),
        source,
        tuple(node_from(source, node) for node in stated.nodes),
        tuple(child_from(source, child) for child in stated.children),
        stated.atomic,
    )


def node_from(source: str, stated: Any) -> StatedNode:
    field, held = one_of(stated.holds, KIND_OF)
    kind = KIND_OF[field]
    return StatedNode(
        Identity(source, stated.external_type, stated.external_id),
        kind,
        holds_of(kind, held),
        name_from(source, stated.space) if stated.space else None,
        name_from(source, held.subject) if kind == "CheckIn" else None,
        None if stated.references is UNSET else tuple(map(reference_from, stated.references or ())),
        stated.key,
    )


def reference_from(stated: Any) -> StatedReference:
    return StatedReference(stated.source, stated.external_type, stated.external_id, stated.url)


def child_from(source: str, stated: Any) -> StatedChild:
    child = name_from(source, stated.child)
    return StatedChild(child, tuple(link_from(source, child, link) for link in stated.links))


def link_from(source: str, child: Name, stated: Any) -> StatedLink:
    return StatedLink(child, stated.relation.name, name_from(source, stated.parent), given(stated, *HELD))


def name_from(source: str, stated: Any) -> Name:
    """How a node is called."""
    field, name = one_of(stated, ("id", "key", "reference"))
    if field == "id":
        return str(name)
    if field == "key":
        return Key(name)
    return Identity(source if name.source is None else name.source, name.external_type, name.external_id)


def one_of(stated: Any, fields: Any) -> tuple[str, Any]:
    """The field that is given, and its value. Raises Unfit."""
    for field in fields:
        if (value := getattr(stated, field)) not in (UNSET, None):
            return field, value
    raise Unfit("BAD_VALUE", f"One of {', '.join(fields)} is to be given a value.")


@dataclass(frozen=True)
class Told:
    """What became of one item, as a client is told of it."""

    path: list[str]
    outcome: Outcome
    id: str | None
    code: str | None
    message: str | None
    hint: str | None
    docs: str | None


def told(item: Item) -> Told:
    result = item.result
    code = CODE[result.code] if result.code else None
    hint, docs = (code.way_out, code.docs) if code else (None, None)
    return Told(list(item.path), result.outcome, result.id, result.code, result.message, hint, docs)


def upserted(done: Done) -> Upserted:
    return upserted_from(done.answer.text)


def results_of(done: Done) -> list[Any]:
    """All of them. A published type extends what is told, hence `Any`."""
    return [told(item) for item in upserted(done).items]


def refused_of(refused: Refused) -> list[Any]:
    """The items that were refused."""
    assert isinstance(refused, ItemsRefused)
    return [told(item) for item in refused.items]


@dataclass(frozen=True)
class Counts:
    """How many items came to what, and how many links were closed."""

    created: int
    updated: int
    unchanged: int
    refused: int
    closed: int


def counts_of(done: Done) -> Any:
    """A published type extends what is told, hence `Any`."""
    came = upserted(done)
    return Counts(
        came.count(Outcome.CREATED),
        came.count(Outcome.UPDATED),
        came.count(Outcome.UNCHANGED),
        came.count(Outcome.REFUSED),
        came.closed,
    )
