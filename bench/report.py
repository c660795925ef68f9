"""Writes the figures down: tables between markers in docs/performance.md, and everything in a JSON."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from . import tables
from .anatomy import Layers
from .counting import Counts
from .figures import figures
from .loading import Sample
from .texts import ROOT
from .workloads import Workload

PAGE = ROOT / "docs" / "performance.md"
RESULTS = ROOT / "bench" / "results"


@dataclass(frozen=True)
class Results:
    """Everything that a run found. `about` is plain JSON, hence `Any`."""

    size: str
    about: Mapping[str, Any]
    workloads: Sequence[Workload]
    systems: Sequence[str]
    samples: Sequence[Sample]
    overhead: Sequence[Sample]
    counts: Mapping[str, Counts]
    layers: Sequence[Layers]


def write(results: Results) -> list[Path]:
    """Both files; of the page what stands outside the markers of this size is kept."""
    RESULTS.mkdir(exist_ok=True)
    raw = RESULTS / f"{results.size}.json"
    raw.write_text(json.dumps(as_json(results), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), results), encoding="utf-8")
    return [PAGE, raw]


def replaced(page: str, results: Results) -> str:
    """The page with the figures of this size between their markers, which are added at the end if need be."""
    begins, ends = f"<!-- figures of size {results.size} -->", f"<!-- end of size {results.size} -->"
    if begins not in page:
        page = f"{page.rstrip()}\n\n{begins}\n{ends}\n"
    before, _, rest = page.partition(begins)
    told = "\n".join(lines(results))
    return f"{before}{begins}\n\n{told}\n\n{ends}{rest.partition(ends)[2]}"


def lines(results: Results) -> Iterator[str]:
    found = figures(results.samples)
    connections = sorted({sample.connections for sample in results.samples})
    yield f"## Size {results.size}\n"
    yield from about(results)
    yield from failures(results.samples)
    if 1 in connections:
        yield "\n### Time of a request, one connection\n"
        yield from tables.times(found, results.workloads, results.systems)
    for number in (number for number in connections if number > 1):
        yield f"\n### Throughput, {number} connections\n"
        yield from tables.throughputs(found, results.workloads, results.systems, number)
    yield "\n### How many times the throughput of the others, by connections\n"
    yield from tables.beside_the_others(found, results.workloads, connections)
    yield "\n### Counts, which no machine changes\n"
    yield from tables.counts(results.counts, results.workloads)
    if results.layers:
        yield "\n### Where the time goes, one request at a time\n"
        yield from tables.layers(results.layers, results.workloads)


def about(results: Results) -> Iterator[str]:
    of, load = results.about, results.about["load"]
    overhead = ", ".join(f"{sample.p50 * 1000:.0f} µs at {sample.connections}" for sample in results.overhead)
    yield (
        f"{of['taken']}, {of['rounds']} rounds of {of['seconds']:g} s for each figure; {of['processor']},"
        f" {of['cores']} cores, {of['memory_gb']} GB; {of['neo4j']}, Python {of['python']}."
        f" Processes that wanted a core: {load['before']} before, {load['after']} after."
        f" The load generator's own part, against a server that does nothing, by connections: {overhead}.\n"
    )
    yield from tables.named(results.systems)


def failures(samples: Sequence[Sample]) -> Iterator[str]:
    """What could not be measured, and what was answered instead."""
    for sample in samples:
        if sample.failed:
            where = f"`{sample.system}` at {sample.workload} with {sample.connections} connections"
            yield f"- No figures for {where}: requests failed, with “{sample.failed}”"


def as_json(results: Results) -> dict[str, Any]:
    return {
        "size": results.size,
        "about": results.about,
        "workloads": {workload.name: workload.title for workload in results.workloads},
        "samples": [sample.as_json() for sample in results.samples],
        "load_generator": [sample.as_json() for sample in results.overhead],
        "counts": {name: asdict(counts) for name, counts in results.counts.items()},
        "layers_ms": {one.workload: dict(one.milliseconds) for one in results.layers},
    }
