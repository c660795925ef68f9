"""From what a client states of a source's work to the verb, and what became of it: JSON of any shape, hence `Any`."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from graph.changes.upserting import Item, StatedChild, Upserted, UpsertWork, upserted_from
from graph.kinds import KINDS
from graph.writing.identities import Identity, Key, Name
from graph.writing.placing import SPEAKS_OF
from graph.writing.stated import Outcome, StatedLink, StatedNode, StatedReference

from .access import caller_of
from .changing import Done
from .codes import CODE
from .inputs import sent_of
from .viewer import Viewer

Sent = Mapping[str, Any]
"""A part of the input as it came, by the names of GraphQL."""

KIND_OF: Mapping[str, str] = MappingProxyType(
    {f"{kind.name[0].lower()}{kind.name[1:]}": kind.name for kind in KINDS if kind.is_stated and kind.name != "Space"}
)
"""The kinds that a client may state, by the input's fields. Spaces are made by whoever manages access."""

HELD = ("share", "weight", "role", "size")
"""What links hold, of whatever relation."""


def upsert_work(viewer: Viewer, sent: Sent) -> UpsertWork:
    source = sent["source"]
    return UpsertWork(
        viewer.workspace,
        caller_of(viewer),
        source,
        tuple(node_from(source, node) for node in sent["nodes"]),
        tuple(child_from(source, child) for child in sent["children"]),
        sent["atomic"],
    )


def node_from(source: str, sent: Sent) -> StatedNode:
    [(field, holds)] = sent["holds"].items()
    kind, space = KIND_OF[field], sent.get("space")
    ends = {end: name_from(source, holds[end]) for end in SPEAKS_OF.get(kind, ())}
    return StatedNode(
        Identity(source, sent["externalType"], sent["externalId"]),
        kind,
        sent_of(kind, holds),
        space=name_from(source, space) if space else None,
        subject=ends.get("subject"),
        person=ends.get("person"),
        references=tuple(map(reference_from, sent["references"] or ())) if "references" in sent else None,
        key=sent.get("key"),
    )


def reference_from(sent: Sent) -> StatedReference:
    return StatedReference(sent["source"], sent["externalType"], sent["externalId"], sent.get("url"))


def child_from(source: str, sent: Sent) -> StatedChild:
    child = name_from(source, sent["child"])
    return StatedChild(child, tuple(link_from(source, child, link) for link in sent["links"]))


def link_from(source: str, child: Name, sent: Sent) -> StatedLink:
    holds = {name: sent[name] for name in HELD if name in sent}
    return StatedLink(child, sent["relation"].name, name_from(source, sent["parent"]), holds)


def name_from(source: str, sent: Sent) -> Name:
    """How a node is called: by the one field that was sent."""
    [(field, name)] = sent.items()
    if field == "id":
        return str(name)
    if field == "key":
        return Key(name)
    own = name.get("source")
    return Identity(source if own is None else own, name["externalType"], name["externalId"])


def told(item: Item) -> dict[str, Any]:
    """What became of one item, as a client is told of it."""
    result = item.result
    code = CODE[result.code] if result.code else None
    return {
        "__typename": "UpsertItemResult",
        "path": item.path,
        "outcome": result.outcome.name,
        "id": result.id,
        "code": result.code,
        "message": result.message,
        "hint": code.way_out if code else None,
        "docs": code.docs if code else None,
    }


def upserted(done: Done) -> Upserted:
    return upserted_from(done.answer.text)


def results_of(changed: Any) -> list[dict[str, Any]]:
    """All items of a change that was made."""
    return [told(item) for item in upserted(changed.done).items]


def refused_of(refusal: Any) -> list[dict[str, Any]]:
    """The items for which a change was refused."""
    return [told(item) for item in refusal.refused.items]


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
