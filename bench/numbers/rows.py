"""The rows: what is asked, what it took, and how much it may."""

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..figures import Spread
from ..scene import Scene
from .asking import HERE, Driver, Server, statements

SETTLED = 1.5
"""Seconds after which an unchanged number is remembered."""

PAGE, MOST = 25, 100


@dataclass(frozen=True)
class Row:
    """One comparison. `figure` is a ratio, a number of seconds or a count, as `unit` says; `limit` is its target."""

    title: str
    figure: Spread
    limit: float
    unit: str
    besides: str

    @property
    def is_missed(self) -> bool:
        """Whether it is on the wrong side: of how many times quicker something is, more is better."""
        quicker = self.unit == "times quicker"
        return self.figure.middle < self.limit if quicker else self.figure.middle > self.limit


@dataclass(frozen=True)
class Asked:
    """Who is asked, and how often."""

    scene: Scene
    driver: Driver
    anew: Server
    remembering: Server
    rounds: int


def rows(asked: Asked) -> Iterator[Row]:
    known = leaves(asked.scene)
    for wanted, limit in ((2_000, 2.0), (48_000, 1.5)):
        yield one(asked, nearest(known, wanted), wanted, limit)
    yield page(asked)
    yield everything(asked)
    yield again(asked, nearest(known, 48_000))


def leaves(scene: Scene) -> Mapping[str, int]:
    """How many leaves are below each objective and strategy."""
    text = (HERE / "leaves.cypher").read_text(encoding="utf-8")
    given = {"ws": scene.workspace, "readable": list(scene.readable)}
    with scene.driver() as driver:
        found = driver.execute_query(text, given, database_=scene.database).records
    return {record["id"]: record["leaves"] for record in found}


def nearest(known: Mapping[str, int], wanted: int) -> tuple[str, int]:
    """The one with the number of leaves that is nearest to what is wanted."""
    return min(known.items(), key=lambda item: (abs(item[1] - wanted), item[0]))


def one(asked: Asked, case: tuple[str, int], wanted: int, limit: float) -> Row:
    """Progress of one over so many leaves, before and after the driver gathers the same, beside that."""
    id_, count = case
    ratios, ours = list[float](), list[float]()
    asked.driver.took([id_])
    told = asked.anew.took("progress", {"id": id_})
    for _ in range(asked.rounds):
        before, gathered = told, asked.driver.took([id_])
        told = asked.anew.took("progress", {"id": id_})
        ratios.append((before + told) / 2 / gathered)
        ours.append(told)
    said = f"{count:,} leaves; {milliseconds(ours)}"
    return Row(f"progress of one over {wanted:,} leaves", Spread.of(ratios), limit, "times the statement", said)


def page(asked: Asked) -> Row:
    """How many statements a page of objectives takes beyond its own."""
    plain, told = ({"first": PAGE, "after": None, "plain": plain} for plain in (True, False))
    more = statements(asked.scene, "page", told) - statements(asked.scene, "page", plain)
    took = [asked.anew.took("page", told) for _ in range(asked.rounds)]
    title = f"a page of {PAGE} objectives with progress and health"
    return Row(title, Spread.of([more]), 2, "statements beyond its own", milliseconds(took))


def everything(asked: Asked) -> Row:
    """All objectives of the workspace with progress and health, page after page."""
    took, count = list[float](), 0
    for _ in range(asked.rounds):
        began = time.perf_counter()
        count = len(list(objectives(asked.anew)))
        took.append(time.perf_counter() - began)
    return Row(f"all {count} objectives with progress and health", Spread.of(took), 3.0, "s", f"by pages of {MOST}")


def objectives(server: Server) -> Iterator[Any]:
    """Answers are JSON, hence `Any`."""
    after, more = None, True
    while more:
        found = server.data("page", {"first": MOST, "after": after, "plain": False})["objectives"]
        yield from found["nodes"]
        after, more = found["pageInfo"]["endCursor"], found["pageInfo"]["hasNextPage"]


def again(asked: Asked, case: tuple[str, int]) -> Row:
    """A read that is repeated while nothing changes, beside one that is computed."""
    variables = {"id": case[0]}
    asked.remembering.took("progress", variables)
    time.sleep(SETTLED)
    asked.remembering.took("progress", variables)
    ratios, repeated = list[float](), list[float]()
    for _ in range(asked.rounds):
        first, second = asked.anew.took("progress", variables), asked.remembering.took("progress", variables)
        ratios.append(first / second)
        repeated.append(second)
    said = f"{case[1]:,} leaves; {milliseconds(repeated)}"
    return Row("a repeated read of unchanged progress", Spread.of(ratios), 20, "times quicker", said)


def milliseconds(took: Sequence[float]) -> str:
    return f"{Spread.of(took).middle * 1000:.1f} ms"
