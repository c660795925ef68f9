"""From an `orderBy` to an order."""

from collections.abc import Mapping
from types import MappingProxyType

from graph.measures.effort import EffortOf
from graph.measures.progress import ProgressOf
from graph.reading.conditions import Key, Order
from graph.reading.sifting import Number, NumberKey, SiftedBy
from graph.records.states import MeasureBasis

from .looks import Argument
from .question import Question

SORTED_BY: Mapping[str, Number] = MappingProxyType(
    {
        "progress": Number(ProgressOf(), "value"),
        "effort": Number(EffortOf(MeasureBasis.ESTIMATE), "total"),
    }
)
"""The numbers by which lists can be sorted, by the values of the published sorts."""


def ordered(question: Question, order_by: Argument | None, default: Order) -> SiftedBy:
    """The keys asked for, and the id where they leave rows equal."""
    asked = order_by and question.seen(
        order_by, lambda keys: keys and tuple((key["field"], key["direction"]) for key in keys)
    )
    if not asked:
        return default
    keys = tuple(key(field.value, descending=direction.name == "DESC") for field, direction in asked)
    return (*keys, Key("id", descending=keys[-1].descending))


def key(name: str, *, descending: bool) -> Key | NumberKey:
    """A key by what is stored under the name, or by the number that it names."""
    if name in SORTED_BY:
        return NumberKey(SORTED_BY[name], descending)
    return Key(name, descending)


def stored_keys(order: SiftedBy) -> Order:
    return tuple(key for key in order if isinstance(key, Key))
