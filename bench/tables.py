"""The figures as tables of Markdown. What misses its target is bold."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from .anatomy import LAYERS, Layers
from .counting import Counts
from .figures import RAW, Figure, Row, Spread
from .systems.all import SYSTEMS
from .workloads import Workload

Figures = Mapping[tuple[Row, str], Figure]
NONE = "–"  # noqa: RUF001 - a dash


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"


def times(figures: Figures, workloads: Sequence[Workload], systems: Sequence[str]) -> Iterator[str]:
    """At one connection: the driver's own time, and the others as multiples of it."""

    def cell(workload: Workload, figure: Figure, system: str) -> str:
        return marked(figure.time, system == "ours" and figure.time.middle > workload.target.time)

    def target(workload: Workload) -> str:
        return f"{workload.target.time:g}"

    yield from _compared(figures, workloads, systems, 1, lambda raw: f"{raw.p50:.2f} ms", cell, target)


def throughputs(
    figures: Figures, workloads: Sequence[Workload], systems: Sequence[str], connections: int
) -> Iterator[str]:
    """At several connections: the driver's requests a second, and the others as parts of that."""

    def cell(workload: Workload, figure: Figure, system: str) -> str:
        least = workload.target.throughput.get(connections, 0)
        return marked(figure.throughput, system == "ours" and figure.throughput.middle < least)

    def target(workload: Workload) -> str:
        least = workload.target.throughput.get(connections)
        return NONE if least is None else f"{least:g}"

    yield from _compared(
        figures, workloads, systems, connections, lambda raw: f"{raw.per_second:,.0f} /s", cell, target
    )


def _compared(
    figures: Figures,
    workloads: Sequence[Workload],
    systems: Sequence[str],
    connections: int,
    base: Callable[[Figure], str],
    cell: Callable[[Workload, Figure, str], str],
    target: Callable[[Workload], str],
) -> Iterator[str]:
    others = [system for system in systems if system != RAW]
    rows = []
    for workload in workloads:
        row = workload.name, connections
        cells = [
            cell(workload, figures[row, system], system) if (row, system) in figures else NONE for system in others
        ]
        rows.append([workload.title, base(figures[row, RAW]), *cells, target(workload)])
    yield from table(["", RAW, *others, "target of ours"], rows)


def beside_the_others(figures: Figures, workloads: Sequence[Workload], connections: Sequence[int]) -> Iterator[str]:
    """How many times the throughput of the others ours has."""
    rows = []
    for workload in workloads:
        cells = [workload.title]
        for other, least in (("strawberry", workload.target.over_strawberry), ("neo4j", workload.target.over_neo4j)):
            cells += [_times(figures, (workload.name, number), other, least or 0) for number in connections]
            cells.append(NONE if least is None else f"{least:g}")
        rows.append(cells)
    heads = [f"{other}, {number}" for other in ("strawberry", "neo4j") for number in (*connections, "target")]
    yield from table(["", *heads], rows)


def _times(figures: Figures, row: Row, other: str, least: float) -> str:
    if (row, other) not in figures or (row, "ours") not in figures:
        return NONE
    times = figures[row, "ours"].per_second / figures[row, other].per_second
    return f"**{times:.1f}**" if times < least else f"{times:.1f}"


def counts(counted: Mapping[str, Counts], workloads: Sequence[Workload]) -> Iterator[str]:
    rows = [
        [
            workload.title,
            f"{counted[workload.name].ours.statements:g}",
            f"{counted[workload.name].ours.records:g}",
            f"{counted[workload.name].ours.hits:,.0f}",
            f"{counted[workload.name].ideal.hits:,.0f}",
            f"{counted[workload.name].ours.hits / counted[workload.name].ideal.hits:.2f}",
        ]
        for workload in workloads
    ]
    yield from table(["", "statements", "records", "db hits", "db hits of the ideal", "factor"], rows)


def layers(dissected: Sequence[Layers], workloads: Sequence[Workload]) -> Iterator[str]:
    """The ideal and our bare statement in full, each further layer by what it adds, and the sum."""
    by_name = {one.workload: one.milliseconds for one in dissected}
    names = [name for name, _ in LAYERS]
    rows = []
    for workload in workloads:
        told = by_name[workload.name]
        added = [told[name] - told[before] for before, name in pairwise(names[1:])]
        cells = [told["ideal"], told["statement"], *added, told[names[-1]]]
        rows.append([workload.title, *(f"{cell:.2f}" for cell in cells)])
    yield from table(["ms", *(title for _, title in LAYERS), "in all"], rows)


def marked(spread: Spread, misses: bool) -> str:  # noqa: FBT001 - it is not a flag: it says what is so
    middle = f"**{spread.middle:.2f}**" if misses else f"{spread.middle:.2f}"
    return f"{middle} ({spread.low:.2f}–{spread.high:.2f})"  # noqa: RUF001 - from, to


def named(systems: Sequence[str]) -> Iterator[str]:
    """What the columns are."""
    for system in SYSTEMS:
        if system.name in systems:
            yield f"- `{system.name}`: {system.title}"
