"""What things cost, in points. A point is about what it takes to read one row."""

from typing import NamedTuple


class Price(NamedTuple):
    """What one of them costs."""

    points: int
    of: str


ROW = Price(1, "a row that can come back: of a page, on a path, one node by its id or at the end of a relation")
LIST = Price(1, "a page, for being looked for")
WALK = Price(10, "a page of `ancestors`, `descendants` or `paths`, besides")
SEARCH = Price(100, "a page of `search`, besides")
MEASURE = Price(50, "a number of a node, as `progress` or `effort`")
SIFTED = Price(5_000, "a page that a number filters or sorts, besides")
EFFECTS = Price(5_000, "the `effects` of a change, besides")
COUNT = Price(10, "a `totalCount`")
WORD = Price(1, "a word of a filter, that is a key in `where`, for each page that it filters")
CHANGE = Price(100, "a change")
STATED = Price(10, "a thing in a list that a change states")
PRICING = Price(100, "a `queryCost`")
FEED = Price(100, "a page of `changes`")
IMPORT = Price(100, "an `importJob`, with what it refused")
IMPORTS = Price(2_500, "`importJobs`, with what they refused")
REFUSED = Price(10, "a request that is refused before anything of it is run")

PRICES = (ROW, LIST, WALK, SEARCH, MEASURE, SIFTED, EFFECTS, COUNT, WORD, CHANGE, STATED, PRICING, FEED, REFUSED)

SHORT_LIST = 25
"""Rows for which a list without pages counts, as `references`: such lists are short by nature."""

LONGEST_PATH = 19
"""Nodes of the longest path of lineage that there can be."""
