"""From samples to ratios: each system against the driver in the same round; of the rounds the median and the spread."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from .loading import Sample

RAW = "raw"


@dataclass(frozen=True)
class Spread:
    """A median, and between what half of the values around it lie."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, values: Iterable[float]) -> "Spread":
        listed = list(values)
        if len(listed) == 1:
            return cls(listed[0], listed[0], listed[0])
        low, middle, high = quantiles(listed, method="inclusive")
        return cls(middle, low, high)


@dataclass(frozen=True)
class Figure:
    """One system in one row of the comparison. Ratios are to the driver: of times, and of throughputs."""

    time: Spread
    throughput: Spread
    p50: float
    per_second: float


Row = tuple[str, int]
"""A workload, and how many connections."""


def figures(samples: Sequence[Sample]) -> Mapping[tuple[Row, str], Figure]:
    """By row and system; none where requests failed."""
    raw = {(sample.row, sample.round): sample for sample in samples if sample.system == RAW}
    failed = {(sample.row, sample.system) for sample in samples if sample.failed}
    grouped: dict[tuple[Row, str], list[Sample]] = {}
    for sample in samples:
        if (sample.row, sample.system) not in failed:
            grouped.setdefault((sample.row, sample.system), []).append(sample)
    return {key: _figure(taken, [raw[sample.row, sample.round] for sample in taken]) for key, taken in grouped.items()}


def _figure(taken: Sequence[Sample], beside: Sequence[Sample]) -> Figure:
    pairs = list(zip(taken, beside, strict=True))
    return Figure(
        time=Spread.of(one.p50 / raw.p50 for one, raw in pairs),
        throughput=Spread.of(one.per_second / raw.per_second for one, raw in pairs),
        p50=median(one.p50 for one in taken),
        per_second=median(one.per_second for one in taken),
    )
