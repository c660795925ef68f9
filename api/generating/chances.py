"""Chances: what a seed makes of random numbers."""

from collections.abc import Mapping
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Chance(Random):
    """Random numbers that are the same for the same seed."""

    def happens(self, likelihood: float) -> bool:
        """Whether it happens this time, that happens so often, 0 to 1."""
        return self.random() < likelihood

    def falls(self, weights: Mapping[T, int]) -> T:
        """One of these, each as often as its weight says."""
        return self.choices(tuple(weights), tuple(weights.values()))[0]
