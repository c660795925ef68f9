"""What does not depend on the machine: statements and records of a request, and what the database touches for it."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from neo4j import Driver

from .asking import text, variables
from .inside import Sent, inside
from .scene import Scene
from .workloads import Workload
from .workloads.workload import Case

MOST = 5
"""How many cases of a workload are counted."""


@dataclass(frozen=True)
class Count:
    """Of one request, on average over the cases."""

    statements: float
    records: float
    hits: float


@dataclass(frozen=True)
class Counts:
    ours: Count
    ideal: Count


async def sent_by_ours(scene: Scene, workload: Workload, cases: Sequence[Case]) -> list[list[Sent]]:
    """The statements for each case."""
    async with inside(scene) as engine:
        asked = [variables(workload, "ours", case, scene) for case in cases]
        return [await engine.sent(text(workload, "ours"), given) for given in asked]


def counted(scene: Scene, workload: Workload, cases: Sequence[Case]) -> Counts:
    """Ours beside the ideal, by PROFILE."""
    some = cases[:MOST]
    ideal = [[(text(workload, "raw"), variables(workload, "raw", case, scene))] for case in some]
    ours = asyncio.run(sent_by_ours(scene, workload, some))
    with scene.driver() as driver:
        return Counts(_count(driver, scene, ours), _count(driver, scene, ideal))


def _count(driver: Driver, scene: Scene, requests: Sequence[Sequence[Sent]]) -> Count:
    profiled = [_profiled(driver, scene, *sent) for request in requests for sent in request]
    of = len(requests)
    return Count(len(profiled) / of, sum(p[0] for p in profiled) / of, sum(p[1] for p in profiled) / of)


def _profiled(driver: Driver, scene: Scene, text: str, parameters: Mapping[str, Any]) -> tuple[int, int]:
    """Records and hits of one statement. Parameters are of any type that Cypher takes, hence `Any`."""
    with driver.session(database=scene.database, default_access_mode="READ") as session:
        result = session.run("PROFILE " + text, dict(parameters))
        records, summary = len(list(result)), result.consume()
    return records, _hits(summary.profile)


def _hits(plan: Any) -> int:
    """Those of a plan's step and of all below it. The driver gives plans as plain dictionaries, hence `Any`."""
    return int(plan.get("dbHits", 0)) + sum(_hits(child) for child in plan.get("children", []))
