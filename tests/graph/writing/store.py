"""A workspace as tests write to it and look at it."""

import asyncio
from collections.abc import Awaitable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.database import Database
from graph.writing.actors import Actor
from graph.writing.identities import Identity
from graph.writing.stated import Result, StatedLink, StatedNode, Upsert, Upserted
from graph.writing.upserting import upserted
from tests.graph.writing.invariants import Whole, whole_of

T = TypeVar("T")

SOURCE = "tracker"
ACTOR = Actor("tests", "per_tester")


def called(name: str) -> Identity:
    return Identity(SOURCE, "thing", name)


def a_space(name: str = "home") -> StatedNode:
    return StatedNode(called(name), "Space", {"name": name})


def work(kind: str, name: str, **properties: object) -> StatedNode:
    """Work in the space `home`, with what its kind cannot be without."""
    return StatedNode(called(name), kind, {"title": name, **needed(kind), **properties}, space=called("home"))


def needed(kind: str) -> dict[str, object]:
    if kind == "KeyResult":
        return {"direction": "INCREASE", "unit": "NUMBER"}
    return {"flow_state": "NEW"} if kind == "WorkItem" else {"status": "ACTIVE"}


def link(child: str, relation: str, parent: str, **properties: object) -> StatedLink:
    return StatedLink(called(child), relation, called(parent), properties)


@dataclass
class Store:
    """One workspace."""

    database: Database
    runner: asyncio.Runner
    workspace: str

    def upsert(
        self, *items: StatedNode | StatedLink, source: str = SOURCE, key: str | None = None, actor: Actor = ACTOR
    ) -> Upserted:
        return self.runner.run(self.upserting(*items, source=source, key=key, actor=actor))

    async def upserting(
        self, *items: StatedNode | StatedLink, source: str = SOURCE, key: str | None = None, actor: Actor = ACTOR
    ) -> Upserted:
        nodes = tuple(item for item in items if isinstance(item, StatedNode))
        links = tuple(item for item in items if isinstance(item, StatedLink))
        upsert = Upsert(source, nodes, links)
        return await upserted(self.database, self.workspace, actor, upsert, idempotency_key=key, timeout=30)

    def taken(self, *items: StatedNode | StatedLink, source: str = SOURCE) -> tuple[Result, ...]:
        """The results of items none of which may be refused."""
        answer = self.upsert(*items, source=source)
        assert [result for result in (*answer.nodes, *answer.links) if result.code] == []
        return (*answer.nodes, *answer.links)

    def whole(self) -> Whole:
        """All that the workspace holds, after it was found to be in order."""
        return self.runner.run(whole_of(self.database, self.workspace))

    def run(self, work: Awaitable[T]) -> T:
        async def running() -> T:
            return await work

        return self.runner.run(running())

    def rows(self, text: str, **parameters: Any) -> list[tuple[Any, ...]]:
        return self.runner.run(self.database.rows(text, {"ws": self.workspace, **parameters}, timeout=30))


def codes(results: Iterable[Result]) -> list[str | None]:
    """Why each was refused; None where it was not."""
    return [result.code for result in results]
