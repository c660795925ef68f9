"""How money is stored: the amount as whole millionths under its property's own name, the currency beside it."""

from collections.abc import Iterable

from ..records.money import CURRENCY as BESIDE
from ..records.money import Money
from .exact import millionths
from .properties import PROPERTIES, Property
from .texts import CURRENCY
from .unfit import Unfit

LARGEST = 10**12
"""The largest amount: its millionths are a whole number of 64 bits."""


def stored_money(row: Property, value: object) -> dict[str, int | str | None]:
    """Both parts by their names in the store; None where the money is to be cleared."""
    if value is None:
        return {row.stored: None, row.stored + BESIDE: None}
    if not isinstance(value, Money):
        raise Unfit("BAD_VALUE", f"{row.field} must be an amount with its currency.")
    if not CURRENCY.fullmatch(value.currency):
        raise Unfit("BAD_VALUE", f"{row.field} must have the three letters of ISO 4217 as its currency, as EUR.")
    least = -LARGEST if row.least is None else row.least
    return {row.stored: millionths(row.field, value.amount, least, LARGEST), row.stored + BESIDE: value.currency}


def money_in(kind: str, names: Iterable[str]) -> list[str]:
    """Which of these properties of a kind are money, by their names in the store. Unknown names are refused later."""
    rows = (PROPERTIES[kind].get(name) for name in names if kind in PROPERTIES)
    return [row.stored for row in rows if row and row.type is Money]
