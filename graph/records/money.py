"""Money: what an amount of it holds, and how the store names its two parts."""

from dataclasses import dataclass
from decimal import Decimal

from .words import holds

CURRENCY = "Currency"
"""After a property's name: the property of the store that holds the currency. The amount itself has the plain name."""


@dataclass(kw_only=True)
class Money:
    """An amount of money, exact, in one currency."""

    amount: Decimal = holds("How much, as a decimal, with at most six places.")
    currency: str = holds("The ISO 4217 code of its currency, as EUR.")
