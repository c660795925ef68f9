"""Where the time of one of our requests goes: the same question with one layer more each time, one after another."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median

from pydantic import SecretStr
from starlette.applications import Starlette

from api.app import create_app
from api.settings import Settings

from .inside import inside
from .layers import Step, Under, steps
from .load import raw
from .scene import Scene
from .systems.known import KnownEntrance
from .systems.ours import SECRET
from .viewer import viewer_of
from .workloads import Workload
from .workloads.workload import Case

LAYERS = (
    ("ideal", "ideal statement, driver"),
    ("statement", "our statement, driver"),
    ("database", "+ time-out, retries"),
    ("engine", "+ plan, rendering"),
    ("application", "+ view, JSON"),
    ("known", "+ HTTP"),
    ("ours", "+ token, grants"),
)
AROUND = ("known", "ours")
"""The outermost layers are servers."""

ROUNDS = 8
REPEATS = 20
"""How often each layer is asked in a round."""

LONGEST = 1.0
"""Seconds that a layer may take in a round; what is slow is asked less often."""


@dataclass(frozen=True)
class Layers:
    """Medians in milliseconds, by layer."""

    workload: str
    milliseconds: Mapping[str, float]


def dissected(
    scene: Scene, workloads: Sequence[Workload], cases: Mapping[str, Sequence[Case]], ports: Mapping[str, int]
) -> list[Layers]:
    """All workloads. `ports` are those of `known` and `ours`."""
    return asyncio.run(_dissected(scene, workloads, cases, ports))


async def _dissected(
    scene: Scene, workloads: Sequence[Workload], cases: Mapping[str, Sequence[Case]], ports: Mapping[str, int]
) -> list[Layers]:
    app = known_app(scene)
    async with (
        inside(scene) as engine,
        raw.opened(scene.server()) as driver,
        app.router.lifespan_context(app) as state,
    ):
        under, told = Under(scene, engine, driver, app, state or {}, ports), []
        for workload in workloads:
            some = cases[workload.name]
            layered = await steps(under, workload, some)
            told.append(Layers(workload.name, await _timed(layered, len(some))))
        return told


def known_app(scene: Scene) -> Starlette:
    """The application of `known`, in this process."""
    settings = Settings(
        neo4j_uri=scene.uri,
        neo4j_user=scene.user,
        neo4j_password=SecretStr(scene.password),
        neo4j_database=scene.database,
        workspace=scene.workspace,
        cursor_secret=SecretStr(SECRET),
    )
    return create_app(settings, KnownEntrance(viewer_of(scene.readable)))


async def _timed(steps: Mapping[str, Step], cases: int) -> dict[str, float]:
    """Layers take turns within each round; the first round warms them and is not counted."""
    times: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(ROUNDS + 1):
        for name, step in steps.items():
            began = time.perf_counter()
            for case in islice(cycle(range(cases)), number * REPEATS, (number + 1) * REPEATS):
                before = time.perf_counter()
                await step(case)
                now = time.perf_counter()
                if number:
                    times[name].append((now - before) * 1000)
                if now - began > LONGEST:
                    break
    return {name: median(taken) for name, taken in times.items()}
