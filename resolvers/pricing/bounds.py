"""How large a document may be, whatever it costs."""

from typing import NamedTuple


class Bound(NamedTuple):
    """The most of some things in one document, and what to do about more. A fragment counts wherever it is spread."""

    most: int
    things: str
    way_out: str


APART = "send several requests"

TOKENS = Bound(5_000, "names, signs and values in the text", "send values as variables, or several requests")
LEVELS = Bound(25, "fields below each other", "ask for what lies deeper in a request of its own, by the ids found")
ROOTS = Bound(20, "fields at the top", APART)
FIELDS = Bound(1_000, "fields", APART)
LISTS = Bound(50, "fields that lead to other nodes, times the kinds of nodes that they are asked of apart", APART)
ALIASES = Bound(200, "aliases", "ask for a list, or by `nodes(ids:)`")
REPEATS = Bound(1_000, "pairs of fields that stand under the same key side by side", "ask for each field once")
FRAGMENTS = Bound(100, "fragments", APART)
DIRECTIVES = Bound(100, "directives", "leave out what is not asked for")
WORDS = Bound(100, "words in one filter", "compare with a list by `in`, or ask for parts of the list")
VALUES = Bound(25, "values inside each other, in the variables or in a filter", "send a flatter one")

BOUNDS = (TOKENS, LEVELS, ROOTS, FIELDS, LISTS, ALIASES, REPEATS, FRAGMENTS, DIRECTIVES, WORDS, VALUES)
