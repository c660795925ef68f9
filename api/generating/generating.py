"""Loads the whole sample: its workspaces, one after the other."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from graph.database import Database
from graph.loading.loaded import Loaded
from graph.loading.loading import NewWorkspace, load, require_new

from .growing import Plot
from .sample import lives
from .seeds import Seed
from .sizes import PARTS, Size


@dataclass(frozen=True)
class Sample:
    """Which sample it is: its size, its seed, and what the ids of its workspaces begin with."""

    size: Size
    seed: int
    prefix: str

    @property
    def plots(self) -> list[Plot]:
        """Its workspaces."""
        return [Plot(Seed(f"{self.prefix}-{part.name}", self.seed), self.size, part) for part in PARTS]


@dataclass(frozen=True)
class Generated:
    """One workspace that has been loaded, and in how many seconds."""

    workspace: str
    loaded: Loaded
    seconds: float

    @property
    def line(self) -> str:
        """What a person is told."""
        loaded = self.loaded
        live, every = (round(count / self.seconds) for count in (loaded.live_nodes, loaded.all_nodes))
        return (
            f"{self.workspace}: {loaded.kinds['WorkItem']:,} work items among {loaded.live_nodes:,} nodes"
            f" with {loaded.live_edges:,} edges, {loaded.trail_edges - loaded.live_edges:,} edges that have ceased,"
            f" {loaded.entries:,} entries of the feed; {self.seconds:,.1f} s, {live:,} nodes a second"
            f" ({every:,} with those of the history)"
        )


async def generated(database: Database, sample: Sample, progress: Callable[[int, int], None]) -> list[Generated]:
    """What has been loaded. `progress` is told how many of how many work items are written.

    Raises Exists where there is one of the workspaces already, before anything is written.
    """
    for plot in sample.plots:
        await require_new(database, plot.id)
    done: list[Generated] = []
    for plot in sample.plots:
        before = sum(one.loaded.kinds["WorkItem"] for one in done)
        begun = time.monotonic()
        loaded = await load(
            database,
            NewWorkspace(plot.id, settings(plot)),
            lives(plot),
            partial(told, progress, sample.size.items, before),
        )
        done.append(Generated(plot.id, loaded, time.monotonic() - begun))
    return done


def told(progress: Callable[[int, int], None], items: int, before: int, loaded: Loaded) -> None:
    progress(before + loaded.kinds["WorkItem"], items)


def settings(plot: Plot) -> dict[str, object]:
    """The settings of a workspace, by their names in the store."""
    return {
        "name": f"Generated {plot.part.name}",
        "timeZone": "UTC",
        "fiscalYearStart": 1,
        "currency": plot.part.currency,
        "estimateUnit": plot.part.estimate_unit,
    }
