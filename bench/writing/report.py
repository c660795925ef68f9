"""Writes the figures of changes down: a table between markers in docs/performance.md, and everything in a JSON."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from ..figures import Spread
from ..report import PAGE, RESULTS
from ..tables import NONE, marked, table
from .measuring import ITEMS, WRITERS, Round

BEGINS, ENDS = "<!-- figures of writing -->", "<!-- end of writing -->"

LEAST_NEW, LEAST_UNCHANGED, MOST_SMALL, MOST_WAITING = 0.5, 5, 1.6, 10
"""The targets."""

RATIOS: Sequence[Callable[[Round], float]] = (
    lambda taken: taken.raw_new / taken.new,
    lambda taken: taken.new / taken.unchanged,
    lambda taken: taken.small / taken.raw_small,
    lambda taken: taken.many.p99 / taken.many.p50,
)
"""Within a round."""


class Middles:
    """The medians of all rounds."""

    def __init__(self, rounds: Sequence[Round]) -> None:
        self.new, self.raw_new = (median(taken.new for taken in rounds), median(taken.raw_new for taken in rounds))
        self.unchanged = median(taken.unchanged for taken in rounds)
        self.small, self.raw_small = (
            median(taken.small for taken in rounds),
            median(taken.raw_small for taken in rounds),
        )
        self.p50, self.p99 = median(taken.many.p50 for taken in rounds), median(taken.many.p99 for taken in rounds)
        self.per_second = median(taken.many.per_second for taken in rounds)


@dataclass(frozen=True)
class Written:
    """All rounds. `about` is plain JSON, hence `Any`."""

    about: Mapping[str, Any]
    rounds: Sequence[Round]


def write(results: Written) -> list[Path]:
    """Both files; of the page what stands outside the markers is kept."""
    RESULTS.mkdir(exist_ok=True)
    raw = RESULTS / "writing.json"
    told = {"about": results.about, "rounds": [asdict(taken) for taken in results.rounds]}
    raw.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGINS)
    lined = "\n".join(lines(results))
    PAGE.write_text(f"{before.rstrip()}\n\n{BEGINS}\n\n{lined}\n\n{ENDS}{rest.partition(ENDS)[2] or chr(10)}", "utf-8")
    return [PAGE, raw]


def lines(results: Written) -> Iterator[str]:
    of, load = results.about, results.about["load"]
    yield (
        f"{of['taken']}, {of['rounds']} rounds; {of['processor']}, {of['cores']} cores, {of['memory_gb']} GB;"
        f" {of['neo4j']}, Python {of['python']}. Processes that wanted a core: {load['before']} before,"
        f" {load['after']} after.\n"
    )
    yield from table(["", "raw", "ours", "ratio", "target"], list(rows(results.rounds)))


def rows(rounds: Sequence[Round]) -> Iterator[list[str]]:
    """What is new, what is unchanged, one small change, and many at once; each with its target."""
    thousand = 2 * ITEMS
    new, unchanged, small, waits = (Spread.of(map(ratio, rounds)) for ratio in RATIOS)
    told = Middles(rounds)
    yield [
        f"{thousand:,} new items in one call",
        f"{thousand / told.raw_new:,.0f} items/s",
        f"{thousand / told.new:,.0f} items/s",
        f"{marked(new, new.middle < LEAST_NEW)} of raw",
        f"at least {LEAST_NEW:g}",
    ]
    yield [
        "the same again, unchanged",
        NONE,
        f"{thousand / told.unchanged:,.0f} items/s",
        f"{marked(unchanged, unchanged.middle < LEAST_UNCHANGED)} times new ones",
        f"at least {LEAST_UNCHANGED:g}",
    ]
    yield [
        "one small change, one connection",
        f"{told.raw_small:.2f} ms",
        f"{told.small:.2f} ms",
        f"{marked(small, small.middle > MOST_SMALL)} times raw",
        f"at most {MOST_SMALL:g}",
    ]
    yield [
        f"{WRITERS} writers in one workspace",
        NONE,
        f"p50 {told.p50:.0f} ms, p99 {told.p99:.0f} ms, {told.per_second:,.0f} changes/s",
        f"p99 {marked(waits, waits.middle > MOST_WAITING)} times p50",
        f"at most {MOST_WAITING:g}",
    ]
