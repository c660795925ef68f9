"""How large the samples are, and how they are divided among workspaces."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Size:
    """How many work items there are, and how many edges have ceased for each one that still holds."""

    items: int
    ceased: int

    @property
    def objectives(self) -> int:
        """Those of one quarter."""
        return round(math.pow(self.items, 0.45) / 4)

    @property
    def initiatives(self) -> int:
        return 24 + self.items // 500

    @property
    def projects(self) -> int:
        return max(40, self.items // 50)

    @property
    def people(self) -> int:
        return max(40, self.items // 100)

    @property
    def teams(self) -> int:
        return max(8, self.people // 10)


SIZES: Mapping[str, Size] = MappingProxyType(
    {
        "S": Size(2_000, ceased=1),
        "M": Size(20_000, ceased=2),
        "L": Size(200_000, ceased=5),
        "XL": Size(1_000_000, ceased=1),
    }
)


@dataclass(frozen=True)
class Part:
    """A workspace of the sample: how many hundredths of all are in it, how many spaces it has, and its settings."""

    name: str
    percent: int
    spaces: int
    estimate_unit: str
    currency: str

    @property
    def is_largest(self) -> bool:
        return self is PARTS[0]

    def of(self, whole: int, least: int = 1) -> int:
        """Its part of so many, and `least` at least."""
        return max(least, whole * self.percent // 100)


PARTS = (
    Part("a", 80, 14, "POINTS", "EUR"),
    Part("b", 15, 4, "HOURS", "USD"),
    Part("c", 5, 2, "POINTS", "EUR"),
)
