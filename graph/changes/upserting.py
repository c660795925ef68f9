"""Nodes and links as a source has them, in one change, by whoever may state them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import orjson

from ..access.callers import Caller
from ..database import Transaction
from ..refusals import NotPermitted, Refused
from ..writing.effects import Effects
from ..writing.gathering import GATHER, Gathered, asked_for, gathered_from
from ..writing.identities import Name
from ..writing.permits import Permits
from ..writing.stated import Outcome, Result, StatedLink, StatedNode, Upsert
from ..writing.upserting import Judged, judge, require_takable
from .stating import JOINING, Stating, reach_of

Path = tuple[str, ...]


@dataclass(frozen=True)
class StatedChild:
    """All links of one child that the source states; those that it stated before and no longer states are closed."""

    child: Name
    links: tuple[StatedLink, ...]


@dataclass(frozen=True)
class Item:
    """What became of one item: of a node, of a link, or of a child without links. `path` is that of the item."""

    path: Path
    result: Result


@dataclass(frozen=True)
class Upserted:
    """What became of all items, in the order in which they were stated, and how many links were closed."""

    items: Sequence[Item]
    closed: int

    def count(self, outcome: Outcome) -> int:
        return sum(item.result.outcome is outcome for item in self.items)


class ItemsRefused(Refused):
    """Some items are refused, and all were to be taken or none. `items` are those that are."""

    code = "ITEMS_REFUSED"

    def __init__(self, items: Sequence[Item], of: int) -> None:
        super().__init__(
            f"{len(items)} of {of} items are refused, so none was written: put them right, or send atomic: false."
        )
        self.items = items


@dataclass(frozen=True)
class UpsertWork:
    """Makes the graph as a source has it. Answers what became of each item, as `upserted_from` reads it.

    `is_atomic`: where an item is refused, all are.
    """

    workspace: str
    caller: Caller
    source: str
    nodes: tuple[StatedNode, ...]
    children: tuple[StatedChild, ...]
    is_atomic: bool
    gather = GATHER
    mutation = "upsertWork"

    @cached_property
    def upsert(self) -> Upsert:
        links = tuple(link for child in self.children for link in child.links)
        return Upsert(self.source, self.nodes, links, tuple(child.child for child in self.children if not child.links))

    @property
    def in_turn(self) -> bool:
        """What a team reaches turns on edges that are not verified afterwards."""
        return any(link.relation in JOINING for link in self.upsert.links)

    @property
    def payload(self) -> object:
        return [self.upsert, self.is_atomic]

    @property
    def asked(self) -> Mapping[str, object]:
        require_takable(self.upsert)
        return asked_for(self.workspace, self.upsert)

    async def judged(self, transaction: Transaction, gathered: Sequence[Any]) -> Effects:
        """What is to be written. `Any`, as rows come in any shape that Cypher can return."""
        known, effects = gathered_from(*gathered), Effects(self.workspace)
        permits = await self.permits(transaction, known)
        told = await judge(transaction, self.upsert, known, permits, effects)
        items = list(items_of(self.children, told))
        refused = [item for item in items if item.result.outcome is Outcome.REFUSED]
        if refused and self.is_atomic:
            raise ItemsRefused(refused, len(items))
        effects.answer = text_of(Upserted(items, told.closed))
        return effects

    async def permits(self, transaction: Transaction, known: Gathered) -> Permits:
        """Raises NotPermitted where the caller may state nothing of this source."""
        rights = await self.caller.rights(transaction, self.workspace)
        if not rights.may_write_from(self.source):
            raise NotPermitted(f"This client may state only what comes from {rights.source!r}: name that source.")
        joining = self.in_turn
        teams = [node.id for node in known.nodes if joining and node.kind == "Team"]
        return Stating(self.workspace, rights, await reach_of(transaction, self.workspace, teams))


def items_of(children: Sequence[StatedChild], told: Judged) -> Iterator[Item]:
    """The items by where they stand in what was stated."""
    for place, result in enumerate(told.nodes):
        yield Item(("input", "nodes", str(place)), result)
    links, bare = iter(told.links), iter(told.bare)
    for place, child in enumerate(children):
        path = ("input", "children", str(place))
        if not child.links:
            yield Item(path, next(bare))
        for number, _ in enumerate(child.links):
            yield Item((*path, "links", str(number)), next(links))


def text_of(upserted: Upserted) -> str:
    """In one text, as it is recorded under the key."""
    rows = [
        (item.path, item.result.outcome.name, item.result.id, item.result.code, item.result.message)
        for item in upserted.items
    ]
    return orjson.dumps([rows, upserted.closed]).decode()


def upserted_from(text: str) -> Upserted:
    """What is recorded so."""
    rows, closed = orjson.loads(text)
    items = [
        Item(tuple(path), Result(Outcome[outcome], id_, code, message)) for path, outcome, id_, code, message in rows
    ]
    return Upserted(items, closed)
