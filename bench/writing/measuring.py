"""The rounds: ours and the driver follow each other closely, every other round in the opposite order."""

import json
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Any

from neo4j import AsyncDriver

from api.stop import Stop

from ..load import http
from ..load.exchange import Exchange, Failed, request
from ..scene import Scene
from .bodies import items, titles, upsert
from .place import Place
from .raw import Raw, rows_of

ITEMS = 500
"""Of work, with a link each: a thousand for `upsertWork`."""

CHANGES = 60
"""Small changes in a round."""

WRITERS = 32
MINE = 4
"""Items that each of many writers changes in turn."""


IDLE = 1.0
"""Seconds after which another connection is made: a server gives up what lies idle."""

AGAIN = 5
"""How often what is unchanged is stated again: of what is quick, one alone says little."""

WARMING = 3
"""Rounds before those that count."""

HOLDS = """
    CALL () {
      MATCH (n WHERE n.ws = $ws AND NOT n:Answer) RETURN labels(n) AS kind, count(*) AS many
      UNION ALL
      MATCH (n WHERE n.ws = $ws)-[r:PART_OF|T_PART_OF]->() RETURN [type(r)] AS kind, count(*) AS many
    }
    RETURN collect([kind, many]) AS holds
"""


@dataclass(frozen=True)
class Many:
    """Many writers at once: changes a second, and two parts of what one takes, in milliseconds."""

    per_second: float
    p50: float
    p99: float


@dataclass(frozen=True)
class Round:
    """What a round took: of a thousand items seconds, of a small change milliseconds."""

    new: float
    raw_new: float
    unchanged: float
    small: float
    raw_small: float
    many: Many


class Asking:
    """Ours, asked over one connection."""

    def __init__(self, port: int, scene: Scene) -> None:
        self.port, self.token = port, scene.token()
        self._exchange, self._last = Exchange(port), time.perf_counter()

    def __call__(self, body: bytes) -> tuple[float, Any]:
        """Seconds, and what the change answered: JSON, hence `Any`. Raises Failed where it was refused."""
        if time.perf_counter() - self._last > IDLE:
            self._exchange.close()
            self._exchange = Exchange(self.port)
        posted = request(body, self.token)
        began = time.perf_counter()
        self._exchange.ask(posted)
        while not self._exchange.is_answered():
            pass
        self._last = time.perf_counter()
        self._exchange.check()
        ((_, told),) = json.loads(self._exchange.body())["data"].items()
        if "code" in told:
            raise Failed(f"{told['code']}: {told['message']}")
        return self._last - began, told


class Bench:
    """Ours and the driver, each with a place of its own to write to."""

    def __init__(self, asking: Asking, ours: Place, raw: Raw, raws: Place) -> None:
        self.asking, self.ours, self.raw, self.raws = asking, ours, raw, raws

    async def round(self, number: int, seconds: float) -> Round:
        """All figures once. The first rounds plan statements and compile code: they are not to be counted."""
        batch = Batch(number, self.ours, self.raws)
        if number % 2:
            raw_new, new = await self.raw.new(batch.rows), self.new(batch)
        else:
            new, raw_new = self.new(batch), await self.raw.new(batch.rows)
        unchanged = median(self.asking(batch.body)[0] for _ in range(AGAIN))
        if number % 2:
            raw_small, small = await self.raw_small(batch), self.small(batch)
        else:
            small, raw_small = self.small(batch), await self.raw_small(batch)
        return Round(new, raw_new, unchanged, small, raw_small, self.many(batch, seconds))

    async def first(self) -> None:
        """The same writes of both, some of each sort, to be compared."""
        batch = Batch(-WARMING - 1, self.ours, self.raws)
        self.new(batch)
        await self.raw.new(batch.rows)
        self.small(batch)
        await self.raw_small(batch)

    def new(self, batch: "Batch") -> float:
        took, told = self.asking(batch.body)
        if told["counts"]["created"] != 2 * ITEMS:
            raise Failed(f"Not all were new: {told['counts']}")
        batch.ids = [result["id"] for result in told["results"][:ITEMS]]
        return took

    def small(self, batch: "Batch") -> float:
        return median(self.asking(body)[0] for body in titles(batch.ids[:CHANGES], 1)) * 1000

    async def raw_small(self, batch: "Batch") -> float:
        return median([await self.raw.change(id_, "Title 0") for id_ in batch.raw_ids[:CHANGES]]) * 1000

    def many(self, batch: "Batch", seconds: float) -> Many:
        """Each body states another title than what was stated of the item before, so that none is unchanged."""
        bodies = titles(batch.ids[CHANGES : CHANGES + WRITERS * MINE], 2)
        posted = [request(body, self.asking.token) for body in bodies]
        took = http.driven(self.asking.port, posted, WRITERS, seconds)
        parts = quantiles(took.times, n=100)
        return Many(len(took.times) / took.seconds, parts[49] * 1000, parts[98] * 1000)


class Batch:
    """New items: as ours is asked, and as the driver is given them."""

    def __init__(self, number: int, ours: Place, raws: Place) -> None:
        stated = items(number, ITEMS)
        self.body, self.rows = upsert(ours, stated), rows_of(raws, stated)
        self.raw_ids = [row["properties"]["id"] for row in self.rows]
        self.ids: list[str] = []


async def measured(bench: Bench, rounds: int, seconds: float) -> AsyncIterator[Round]:
    """Each round as it is taken; those that warm are left out."""
    for number in range(-WARMING, rounds):
        taken = await bench.round(number, seconds)
        if number >= 0:
            yield taken


async def compare(database: AsyncDriver, name: str, places: Sequence[Place]) -> None:
    """Make sure that the places hold as many nodes and edges of each sort, and as many entries of the feed.

    Raises:
        Stop: they do not: one of them writes more than the other.
    """
    found = []
    async with database.session(database=name) as session:
        for place in places:
            record = await (await session.run(HOLDS, ws=place.workspace)).single(strict=True)
            found.append({tuple(kind): many for kind, many in record["holds"]})
    one, other = found
    if one != other:
        raise Stop(f"Ours and the driver do not write the same: {dict(one.items() ^ other.items())}.")
