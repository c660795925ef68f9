"""Money, as it is published."""

from decimal import Decimal

from graph.reading.conditions import Form
from graph.records import money
from resolvers.properties import part
from resolvers.types import published


@published
class Money(money.Money):
    amount: Decimal = part(form=Form.DECIMAL)
    currency: str = part(money.CURRENCY)
