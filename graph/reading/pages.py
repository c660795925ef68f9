"""A page in Cypher: the clauses that find its rows, and those that count them."""

from collections.abc import Sequence

from ..records.keeping import ArchiveFilter
from .keysets import beyond, cursor_text, sorted_by
from .live import EACH_READABLE, LISTED, READABLE, Live
from .matching import matched, nearest
from .page_writing import tells_count, tells_more, tells_rows
from .pieces import Piece
from .places import Place
from .plan import key_name
from .predicates import conditions
from .selection import Cursor, Fragment, Page, Score
from .sifting import MOST
from .sources import Below, Every, Matching, Paths, Reach, Source, Step

SIFTED = -2
"""In place of a page's number, where the page is taken by its numbers when those are known."""


def found(page: Page, clock: Live, here: Place, there: Place) -> str:
    """The clauses that find the page's rows, and one more where it is asked whether others follow."""
    past = after(page, there)
    match page.source:
        case Every():
            of_each = of_one_space(page, clock, there)
            return f"UNWIND {borders(page)} AS space CALL (*) {{ {of_each} }} WITH *{first(page, there)}"
        case Reach() | Below():
            beyond = f" WHERE {' AND '.join(past)}" if past else ""
            return f"{each_once(page, clock, here, there)}{beyond} WITH *{first(page, there)}"
        case source:
            where = [*conditions_of(page, clock, there), *past]
            return f"{matched(source, clock, here, there, where)} WITH *{first(page, there)}"


def candidates(page: Page, clock: Live, here: Place, there: Place) -> str:
    """The clauses that find all rows, and no more than tell that there are too many to be sifted by their numbers."""
    rows = each_once if isinstance(page.source, Reach | Below) else all_there_are
    return f"{rows(page, clock, here, there)} WITH * LIMIT {MOST + 1}"


def of_row(value: Score | Fragment | Cursor, all_pages: Sequence[Page], here: Place) -> Piece:
    """What is told of a row as one of its page."""
    if here.page == SIFTED:
        return Piece("", lambda _: "page.cursor(row)")
    page = all_pages[here.page]
    match value, page.source:
        case Cursor(), _:
            return Piece(cursor_text(page.order, here), lambda v: f"seal[{here.page}]({v})")
        case Score(), Matching():
            return Piece(here.score)
        case Fragment(), Matching(words):
            texts = f"[{here.node}.title, {here.node}.description]"
            return Piece(texts, lambda v: f"given[{words.name!r}].fragment({v})")
    raise TypeError(f"{value} is told where words are searched for.")


def is_counted_with_its_rows(page: Page) -> bool:
    """Whether all rows are found anyway, to be counted, so that the page's own can be taken from them.

    A list of all nodes can be long: its page is a few short seeks, and its count another match. Paths are bounded.
    """
    return tells_rows(page) and tells_count(page) and not isinstance(page.source, Every | Paths)


def all_found(page: Page, clock: Live, here: Place, there: Place) -> str:
    """The clauses after which the whole list stands in one row, to be counted and taken from."""
    rows = each_once if isinstance(page.source, Reach | Below) else all_there_are
    gathered = ", ".join(f"collect({name}) AS all_{name}" for name in told_of_a_row(page.source, there))
    return f"{rows(page, clock, here, there)} WITH {gathered}"


def taken(page: Page, there: Place) -> str:
    """The clauses that take the page's rows from the whole list."""
    turn = there.turn
    named = ", ".join(f"all_{name}[{turn}] AS {name}" for name in told_of_a_row(page.source, there))
    past = after(page, there)
    beyond = f" WHERE {' AND '.join(past)} WITH *" if past else ""
    return f"UNWIND range(0, size(all_{there.node}) - 1) AS {turn} WITH {named}{beyond}{first(page, there)}"


def told_of_a_row(source: Source, there: Place) -> list[str]:
    """The variables that a row of this source has."""
    match source:
        case Reach():
            return [there.node, there.distance]
        case Step():
            return [there.node, there.edge]
        case Matching():
            return [there.node, there.score]
    return [there.node]


def each_once(page: Page, clock: Live, here: Place, there: Place) -> str:
    """The clauses that find each node of the list once, however many paths lead to it."""
    if isinstance(page.source, Reach):
        return nearest(page.source, clock, here, there, conditions_of(page, clock, there))
    return f"{all_there_are(page, clock, here, there)} WITH DISTINCT {there.node}"


def first(page: Page, there: Place) -> str:
    """What follows the last WITH: the order, and how many of the rows are read."""
    by = f" ORDER BY {sorted_by(page.order, there)}" if page.order else ""
    return f"{by} {limit(page)}"


def limit(page: Page) -> str:
    return f"LIMIT ${page.limit.name}{' + 1' if tells_more(page) else ''}"


def of_one_space(page: Page, clock: Live, there: Place) -> str:
    """The page as it would be if there were no other space: short to seek, and merged with the others."""
    where = [*clock.told(there, page.kinds, EACH_READABLE), *conditions(page.filter, clock, there), *after(page, there)]
    returned = f"RETURN {there.node} ORDER BY {sorted_by(page.order, there, f'{there.node}.space')}"
    return f"{matched(page.source, clock, there, there, where)} {returned} {limit(page)}"


def all_there_are(page: Page, clock: Live, here: Place, there: Place) -> str:
    """The clause that finds the whole list, whatever page of it is shown."""
    return matched(page.source, clock, here, there, conditions_of(page, clock, there))


def conditions_of(page: Page, clock: Live, there: Place) -> list[str]:
    """What holds for all rows of the list: visible, of its kinds, and by its filter."""
    return [*clock.told(there, page.kinds, f"IN {borders(page)}"), *conditions(page.filter, clock, there)]


def borders(page: Page) -> str:
    """The borders behind which the page's own rows lie; of what is archived, fewer than may be looked behind."""
    return LISTED if page.shown is ArchiveFilter.ONLY else READABLE


def counted(page: Page, there: Place) -> str:
    return f"count(DISTINCT {there.node})" if isinstance(page.source, Reach | Below) else "count(*)"


def after(page: Page, there: Place) -> list[str]:
    if page.after is None:
        return []
    name = page.after.name
    return list(beyond(page.order, there, lambda i: f"${key_name(name, i)}"))
