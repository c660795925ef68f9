"""Orders in Cypher: how rows are sorted, what a cursor holds, and what comes after one.

An index on (space, key, id) answers any page by one short seek per space, if the first key is
compared by itself and the rest in a form that the planner cannot mistake for alternatives: an OR
there costs between a hundred and hundreds of thousands of hits, by accident of the text.
"""

from collections.abc import Callable, Iterator

from ..orders import DATES, FRACTIONS, NUMBERS
from .conditions import Key, Order
from .places import Place

SEPARATOR = "\x1f"
"""Between the keys of a cursor. No title and no name contains a control character."""

NUMBER_ENDS = "-9007199254740992", "9007199254740992"
DATE_ENDS = "-9999-01-01", "9999-12-31"
TEXT_ENDS = "", "\U0010ffff"


def held(key: Key, place: Place) -> str:
    """The key's value: a fact of the row, else a property."""
    match key.property:
        case "distance":
            return place.distance
        case "score":
            return place.score
    return f"{place.node}.{key.property}"


def sorted_by(order: Order, place: Place, *first: str) -> str:
    """What follows ORDER BY. Names in `first` go before the keys, in the direction of the first key."""
    keys = [f"{held(key, place)}{' DESC' if key.descending else ''}" for key in order]
    lead = [f"{name}{' DESC' if order[0].descending else ''}" for name in first]
    return ", ".join([*lead, *keys])


def cursor_text(order: Order, place: Place) -> str:
    """What a cursor of this order says of the row, as one text."""
    return " + '\\u001f' + ".join(as_text(key, held(key, place)) for key in order)


def beyond(order: Order, place: Place, named: Callable[[int], str]) -> Iterator[str]:
    """Conditions for what comes after the row whose keys have these names."""
    values = [typed(key, named(i)) for i, key in enumerate(order)]
    keys = [held(key, place) for key in order]
    past = "<" if order[0].descending else ">"
    if len(order) == 1:
        yield f"{keys[0]} {past} {values[0]}"
        return
    yield f"{keys[0]} {past}= {values[0]}"
    yield f"{place.node}.id IS NOT NULL"
    if len({key.descending for key in order}) == 1:
        yield f"[{', '.join(keys)}] {past} [{', '.join(values)}]"
    else:
        yield stepwise(order, keys, values)


def stepwise(order: Order, keys: list[str], values: list[str]) -> str:
    """The same for keys of which some rise and some fall, which lists cannot compare."""
    tests = [f"{k} {'<' if key.descending else '>'} {v}" for key, k, v in zip(order, keys, values, strict=True)]
    whens = [f"WHEN {k} <> {v} THEN {test}" for k, v, test in zip(keys[:-1], values[:-1], tests[:-1], strict=True)]
    return f"CASE {' '.join(whens)} ELSE {tests[-1]} END"


def typed(key: Key, value: str) -> str:
    """A cursor's text as the value that it stands for."""
    if key.property in NUMBERS:
        return f"toInteger({value})"
    if key.property in FRACTIONS:
        return f"toFloat({value})"
    return f"date({value})" if key.property in DATES else value


def as_text(key: Key, value: str) -> str:
    return f"toString({value})" if key.property in NUMBERS | FRACTIONS | DATES else value


def start(order: Order) -> list[str]:
    """The keys that every row comes after."""
    return [outermost(key) for key in order]


def outermost(key: Key) -> str:
    if key.property in NUMBERS:
        return NUMBER_ENDS[key.descending]
    return DATE_ENDS[key.descending] if key.property in DATES else TEXT_ENDS[key.descending]
