"""Whether an answer is what its viewer may be told: its lists are the oracle's, and no mark of the hidden is in it."""

import re
from base64 import b64decode
from binascii import Error
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tests.requests.isolation.comparing import screaming
from tests.requests.isolation.lists import is_taught, rows
from tests.requests.isolation.marks import Mark
from tests.requests.isolation.operations import Asked, Operation
from tests.requests.isolation.visibility import Edge, Sight, Store, Thing

APART = frozenset({"Principal", "TimeEntry", "CostRate"})
"""Kinds that are no `Node`: only roots and fields of their own tell of them."""

CURSOR = re.compile(r'"([A-Za-z0-9+/]{12,}={0,2})"')


@dataclass(frozen=True)
class Canary:
    """What is said only behind all of these borders, and, where it is guarded, only to holders of a scope."""

    text: str
    borders: frozenset[str]
    scope: str | None = None


def canaries(store: Store, marks: Mapping[str, Mark]) -> Iterator[Canary]:
    """`marks` are by border."""
    for border, mark in marks.items():
        yield from (Canary(text, frozenset({border})) for text in mark.texts)
        yield Canary(f"{mark.word} role", frozenset({border}), "people:read")
    for thing in (each for each in store.things.values() if each.kind != "ExternalReference"):
        yield Canary(thing.id, frozenset({thing.space}), "access:manage" if thing.kind == "Principal" else None)
        if thing.kind == "Principal" and thing.holds["name"] != "Everyone":
            yield Canary(f'"{thing.holds["name"]}"', frozenset({thing.space}), "access:manage")
    for edge in store.edges:
        borders = frozenset({edge.child.space, edge.parent.space})
        yield from (Canary(text, borders) for text in texts_of(edge))


def texts_of(edge: Edge) -> Iterator[str]:
    """How what only the edge says stands in an answer."""
    yield edge.holds["id"]
    if edge.holds.get("weight"):
        yield "{}.{:06}".format(*divmod(edge.holds["weight"], 1_000_000))
    if edge.holds.get("share"):
        yield f"0.{edge.holds['share']}"


def hidden(known: Collection[Canary], readable: Collection[str], scopes: Collection[str]) -> list[str]:
    """The texts of which somebody may be told none."""
    told = {one.text for one in known if one.borders <= set(readable) and (one.scope is None or one.scope in scopes)}
    return sorted({one.text for one in known} - told)


def leaks(answer: str, asked: str, texts: Collection[str]) -> list[str]:
    """Which of the hidden texts are in an answer, or in a cursor in it, and were not in what was asked."""
    opened = " ".join([answer, *(opened_cursor(match[1]) for match in CURSOR.finditer(answer))])
    return [text for text in texts if text in opened and stands_alone(text, opened) and text not in asked]


def stands_alone(text: str, among: str) -> bool:
    """A number is met only where it does not go on."""
    return re.search(re.escape(text) + ("(?![0-9])" if text[-1].isdigit() else ""), among) is not None


def opened_cursor(text: str) -> str:
    """What is readable in a cursor."""
    try:
        return b64decode(text, validate=True)[8:].decode(errors="replace")
    except Error:
        return ""


@dataclass(frozen=True)
class Judge:
    """Compares one answer with what its viewer sees; nulls only where no scope was missing. Answers are JSON of any
    shape, hence `Any`.
    """

    operation: Operation
    sight: Sight
    has_all_scopes: bool

    def faults(self, data: Any) -> Iterator[str]:
        yield from self.within(data, None) if data else ()

    def within(self, value: Any, owner: Thing | None) -> Iterator[str]:
        if isinstance(value, list):
            for each in value:
                yield from self.within(each, owner)
        if not isinstance(value, dict):
            return
        if "oid" in value:
            owner = self.sight.thing(value["oid"])
            if owner is None:
                yield f"{value['oid']} is shown, and hidden."
                return
        for key, inner in value.items():
            if key in self.operation.asked:
                yield from self.field(key, owner, inner)
            yield from self.within(inner, owner)

    def field(self, key: str, owner: Thing | None, told: Any) -> Iterator[str]:
        asked = self.operation.asked[key]
        if told is None and not self.has_all_scopes:
            return
        if isinstance(told, dict) and "oc" in told:
            yield from self.listed(key, asked, owner, told)
        elif isinstance(told, dict) and "paths" in told:
            yield from self.paths(key, asked, owner, told["paths"])
        elif owner is None:
            expected = self.anchored(asked)
            found = [each and each.get("oid") for each in (told if isinstance(told, list) else [told])]
            if expected is not None and found != expected:
                yield f"{key} is {found}, not {expected}."
        elif is_taught(owner.kind, asked.field) if told is None else "oid" in told:
            ids = [thing.id for thing, _ in rows(self.sight, owner, asked.field, asked.arguments)]
            if told["oid"] not in ids if told else ids:
                yield f"{key} of {owner.id} is {told}, not of {ids}."

    def listed(self, key: str, asked: Asked, owner: Thing | None, told: Any) -> Iterator[str]:
        """The total is that of the oracle, and the page is of its rows, as large as it can be."""
        ids = Counter(thing.id for thing, _ in rows(self.sight, owner, asked.field, asked.arguments))
        total = ids.total()
        if told["oc"] != total:
            yield f"{key} has {told['oc']} rows, not {total}."
        shown = Counter(each["oid"] for each in told["os"])
        if not shown <= ids:
            yield f"{key} shows {sorted(shown - ids)}, which are none of its rows."
        size = asked.arguments.get("first", asked.arguments.get("last", 25))
        if "after" not in asked.arguments and shown.total() != min(size, total):
            yield f"{key} shows {shown.total()} of {total} rows."

    def anchored(self, asked: Asked) -> list[str | None] | None:
        """The ids that a root is to have; None where it is anchored by something else."""
        ids = asked.arguments.get("ids") or [asked.arguments.get("id")]
        if ids == [None]:
            return None
        kind = asked.field[0].upper() + asked.field[1:]
        things = [self.sight.thing(id_) for id_ in ids]
        fits = {"node", "nodes"} & {asked.field}
        return [
            thing.id if thing and (thing.kind not in APART if fits else thing.kind == kind) else None
            for thing in things
        ]

    def paths(self, key: str, asked: Asked, owner: Thing | None, told: Any) -> Iterator[str]:
        assert owner is not None
        ways = [way for way in self.sight.paths(owner) if self.leads(way, asked.arguments)]
        if len(told) != min(asked.arguments.get("first", 25), len(ways)):
            yield f"{key} tells {len(told)} of {len(ways)} paths."

    def leads(self, way: list[Thing], arguments: Mapping[str, Any]) -> bool:
        """Whether a path leads to where it was asked for."""
        to, kinds = arguments.get("to"), arguments.get("kinds")
        return to in {None, way[-1].id} and (kinds is None or screaming(way[-1].kind) in kinds)
