"""How large the samples are."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Size:
    """A size: how many work items, and how many edges have ceased for each one that still holds."""

    items: int
    ceased: int

    @property
    def objectives(self) -> int:
        """In each quarter of the largest workspace."""
        return round(self.items**0.45 / 4)

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


SIZES: Mapping[str, Size] = MappingProxyType({
    "S": Size(2_000, ceased=1),
    "M": Size(20_000, ceased=2),
    "L": Size(200_000, ceased=5),
    "XL": Size(1_000_000, ceased=1),
})


@dataclass(frozen=True)
class Part:
    """A workspace of the sample: the end of its name, how many hundredths of all, and how many spaces."""

    name: str
    percent: int
    spaces: int

    def of(self, whole: int, least: int = 1) -> int:
        return max(least, whole * self.percent // 100)


PARTS = (Part("a", 80, 14), Part("b", 15, 4), Part("c", 5, 2))
