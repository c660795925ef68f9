"""Marks: what only things behind one border say, so that it is a leak wherever else it is met."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from random import Random


@dataclass(frozen=True)
class Mark:
    """A word, a number and a year of one border."""

    word: str
    number: int
    year: int

    @property
    def share(self) -> Fraction:
        return Fraction(self.number // 1000, 1_000_000)

    @property
    def day(self) -> date:
        return date(self.year, 3, 1)

    @property
    def texts(self) -> list[str]:
        """How they stand in an answer."""
        return [self.word, str(self.number), f"0.{self.number // 1000}", f"{self.year}-"]


def mark(chance: Random, place: int) -> Mark:
    """The mark of the border with this number."""
    odd = chance.randrange(100_000, 999_999) | 1
    return Mark("".join(chance.choices("bcdfghjkmpqvwxz", k=7)), odd * 1000 + place, 2200 + place)


def weighed(chance: Random, edge: int) -> dict[str, object]:
    """What only the edge with this number says of itself; now and then no share."""
    share = {"share": Fraction(100_001 + 2 * edge, 1_000_000)} if chance.random() < 0.5 else {}
    return {"weight": 700_000 + Fraction(1 + 2 * edge, 1_000_000), **share}
