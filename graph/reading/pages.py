"""A page in Cypher: the clauses that find its rows, and those that count them."""

from .keysets import beyond, sorted_by
from .live import EACH_READABLE, Live
from .matching import matched, nearest
from .places import Place
from .plan import key_name
from .predicates import conditions
from .selection import Page
from .sources import Below, Every, Reach


def found(page: Page, clock: Live, here: Place, there: Place) -> str:
    """The clauses that find the page's rows, and one more to know whether others follow."""
    where = [*clock.told(there, page.kinds), *conditions(page.filter, clock, there)]
    past, limit = after(page, there), f"LIMIT ${page.limit.name} + 1"
    by = f" ORDER BY {sorted_by(page.order, there)}" if page.order else ""
    match page.source:
        case Every():
            rows = f"UNWIND $readable AS space CALL (*) {{ {of_one_space(page, clock, there, limit)} }}"
        case Reach() as source:
            rows = nearest(source, clock, here, there, where) + (f" WHERE {' AND '.join(past)}" if past else "")
        case Below() as source:
            once = f" WITH DISTINCT {there.node}" + (f" WHERE {' AND '.join(past)}" if past else "")
            rows = matched(source, clock, here, there, where) + once
        case source:
            rows = matched(source, clock, here, there, [*where, *past])
    return f"{rows} WITH *{by} {limit}"


def of_one_space(page: Page, clock: Live, there: Place, limit: str) -> str:
    """The page as it would be if there were no other space: short to seek, and merged with the others."""
    where = [*clock.told(there, page.kinds, EACH_READABLE), *conditions(page.filter, clock, there), *after(page, there)]
    returned = f"RETURN {there.node} ORDER BY {sorted_by(page.order, there, f'{there.node}.space')}"
    return f"{matched(page.source, clock, there, there, where)} {returned} {limit}"


def all_there_are(page: Page, clock: Live, here: Place, there: Place) -> str:
    """The clause that finds the whole list, whatever page of it is shown."""
    where = [*clock.told(there, page.kinds), *conditions(page.filter, clock, there)]
    return matched(page.source, clock, here, there, where)


def counted(page: Page, there: Place) -> str:
    return f"count(DISTINCT {there.node})" if isinstance(page.source, Reach | Below) else "count(*)"


def after(page: Page, there: Place) -> list[str]:
    if page.after is None:
        return []
    name = page.after.name
    return list(beyond(page.order, there, lambda i: f"${key_name(name, i)}"))
