"""From an `orderBy` to an order."""

from dataclasses import replace

from graph.reading.conditions import Key, Order

from .looks import Argument
from .question import Question


def ordered(question: Question, order_by: Argument | None, default: Order) -> Order:
    """The keys asked for, and the id where they leave rows equal."""
    asked = order_by and question.seen(
        order_by, lambda keys: keys and tuple((key["field"], key["direction"]) for key in keys)
    )
    if not asked:
        return default
    keys = tuple(Key(field.value, descending=direction.name == "DESC") for field, direction in asked)
    return (*keys, replace(Key("id"), descending=keys[-1].descending))
