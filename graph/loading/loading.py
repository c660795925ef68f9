"""Loads a workspace: its lives by one session and its feed by another; it opens when all of it is there."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import inf

from ..database import Database, Transaction
from ..refusals import Refused
from ..statements import Statement
from ..writing import workspaces
from .batches import TIMEOUT, UNSEEN, write_entries, write_lives
from .entries import Row
from .feed import Feed
from .lives import Life
from .loaded import Loaded

IS_THERE = Statement("graph.loading", "is_there", sees_all="It answers whether a name is taken, and no more.")
OPEN = Statement("graph.loading", "open", sees_all=UNSEEN)

MOST_LIVES = 500
MOST_ENTRIES = 5_000
"""How much is written in one transaction: few round trips, and well within the memory that one may take."""

AHEAD = 2
"""How many batches may wait for a session, so that memory stays bounded however slow the database is."""


class Exists(Refused):
    """There is something of that workspace already."""

    code = "EXISTS"

    def __init__(self, workspace: str) -> None:
        super().__init__(
            f"There is a workspace {workspace!r} already, or what a load that was interrupted has left of it:"
            " choose another name."
        )


@dataclass(frozen=True)
class NewWorkspace:
    """A workspace that is to be loaded; its settings go by their names in the store."""

    id: str
    settings: Mapping[str, object]


async def require_new(database: Database, workspace: str) -> None:
    """Raises Exists where there is anything of this workspace, and BadSetting where none can be called so."""
    workspaces.require("workspace", workspace, workspaces.ID.fullmatch(workspace), "1 to 63 of a-z, 0-9 and -")
    if await database.value(*IS_THERE.given(ws=workspace), timeout=TIMEOUT):
        raise Exists(workspace)


async def load(
    database: Database, workspace: NewWorkspace, lives: Iterable[Life], progress: Callable[[Loaded], None]
) -> Loaded:
    """Writes lives, which come in the order in which they begin. `progress` is told after each batch.

    Raises Exists where there is anything of this workspace.
    """
    await require_new(database, workspace.id)
    loading = Loading(database, workspace.id, progress)
    try:
        async with asyncio.TaskGroup() as group:
            for part in (loading.hand_out(lives), loading.take_lives(), loading.take_entries()):
                group.create_task(part)
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
    await loading.open(workspace.settings)
    return loading.loaded


@dataclass
class Loading:
    """One load under way."""

    database: Database
    workspace: str
    progress: Callable[[Loaded], None]
    loaded: Loaded = field(default_factory=Loaded)

    def __post_init__(self) -> None:
        self._feed, self._told = Feed(self.workspace), list[Row]()
        self._lives: asyncio.Queue[Sequence[Life]] = asyncio.Queue(AHEAD)
        self._entries: asyncio.Queue[Sequence[Row]] = asyncio.Queue(AHEAD)

    async def hand_out(self, lives: Iterable[Life]) -> None:
        """Hands all out in batches. An empty one says that there are no more."""
        rest = iter(lives)
        while batch := list(islice(rest, MOST_LIVES)):
            await self._lives.put(batch)
            for life in batch:
                await self._tell_before(life.since)
                self._feed.add(life)
        await self._lives.put([])
        await self._tell_before(inf)
        await self._entries.put(self._told)
        await self._entries.put([])

    async def _tell_before(self, end: float) -> None:
        """Takes the entries of all instants before `end` from the feed."""
        for entry in self._feed.before(end):
            self._told.append(entry)
            if len(self._told) == MOST_ENTRIES:
                await self._entries.put(self._told)
                self._told = []

    async def take_lives(self) -> None:
        while batch := await self._lives.get():
            self.loaded.add(await write_lives(self.database, self.workspace, batch))
            self.progress(self.loaded)

    async def take_entries(self) -> None:
        while batch := await self._entries.get():
            await write_entries(self.database, self.workspace, batch)
            self.loaded.entries += len(batch)

    async def open(self, settings: Mapping[str, object]) -> None:
        given = OPEN.given(ws=self.workspace, holds=settings, seq=self._feed.seq, at=self._feed.at)

        async def work(transaction: Transaction, _: int) -> None:
            await transaction.row(*given)

        await self.database.changed(work, TIMEOUT)
