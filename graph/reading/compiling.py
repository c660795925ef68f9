"""From a selection to its statement: one MATCH for the root, one subquery for all that hangs on a node.

Subqueries are `CALL (*) { … }` clauses, never `COLLECT { … }` expressions: those are not unnested
and turn off the caching of properties, which costs twice the hits for the same answer.
"""

from collections.abc import Iterable

from . import keysets, pages, rendering, shares
from .anchoring import anchored
from .conditions import OnEdge, Stored
from .live import Live
from .matching import matched
from .page_writing import PageWriter, listed, tells_count, tells_cursors, tells_ends, tells_rows
from .pieces import Piece, side_by_side, stored
from .places import Place
from .plan import Listing, Plan
from .rendering import Python, as_it_is
from .selection import (
    Constant,
    Cursor,
    Distance,
    EdgesOnPath,
    KindWord,
    Many,
    NodesOnPath,
    Nothing,
    Object,
    One,
    Page,
    PathShare,
    RelationName,
    ResolvedShare,
    Value,
    Variants,
)


def compiled(selection: One | Page, clock: Live) -> Plan:
    """The plan of a root: one statement that answers one record with one value."""
    compiler = Compiler(clock)
    root = compiler.page(selection, Place(-1)) if isinstance(selection, Page) else compiler.anchored(selection)
    return Plan(
        text=f"{root.clauses.strip()} RETURN {root.value} AS value",
        python=rendering.if_found(root.python)("v"),
        listings=tuple(Listing.of(page) for page in compiler.pages),
        sealed=tuple(i for i, page in enumerate(compiler.pages) if tells_cursors(page)),
    )


class Compiler:
    """The state of one compilation: the pages met so far, and the names given."""

    def __init__(self, clock: Live) -> None:
        self.clock = clock
        self.pages: list[Page] = []
        self.calls = 0

    def anchored(self, one: One) -> Piece:
        there = Place(0)
        inner = self.piece(one.value, there)
        found = matched(one.source, self.clock, there, there, self.clock.told(there, one.kinds))
        return inner._replace(clauses=found + inner.clauses)

    def piece(self, value: Value, here: Place) -> Piece:
        match value:
            case Stored():
                return stored(value, here.node)
            case OnEdge():
                return stored(value, here.edge)
            case Object(members):
                return side_by_side((key, self.piece(member, here)) for key, member in members)
            case Variants():
                return self.variants(value, here)
            case One():
                return self.one(value, here)
            case Many():
                return self.many(value, here)
            case Page():
                return self.page(value, here)
            case NodesOnPath(inner):
                return self.on_path(f"UNWIND nodes({here.path}) AS {here.next().node}", inner, here)
            case EdgesOnPath(inner):
                return self.on_path(f"UNWIND relationships({here.path}) AS {here.next().edge}", inner, here)
            case _:
                return self.leaf(value, here)

    def leaf(self, value: Value, here: Place) -> Piece:
        """What is told of the row itself, beyond what is stored."""
        match value:
            case RelationName():
                return Piece(f"type({here.edge})")
            case ResolvedShare():
                return self.called(shares.resolved(here.edge), "share")
            case PathShare():
                return self.called(shares.along(here.path), shares.product("collect(share)"))
            case Distance():
                return Piece(here.distance)
            case Cursor():
                text = keysets.cursor_text(self.pages[here.page].order, here)
                return Piece(text, lambda v: f"seal[{here.page}]({v})")
            case Constant(text):
                return Piece("", rendering.always(text))
            case Nothing():
                return Piece("", rendering.always(None))
            case KindWord(words):
                whens = [f"WHEN {self.of_kind(here, [kind])} THEN {word!r}" for kind, word in words]
                return Piece(f"CASE {' '.join(whens)} END")
            case other:
                raise TypeError(f"{other} is no value.")

    def of_kind(self, here: Place, kinds: Iterable[str]) -> str:
        return f"{here.node}:{self.clock.labels(kinds)}"

    def variants(self, variants: Variants, here: Place) -> Piece:
        tests = [self.of_kind(here, kinds) for kinds, _ in variants.choices]
        inner = [self.piece(value, here.guarded(self.clock.labels(kinds))) for kinds, value in variants.choices]
        whens = [
            f"WHEN {test} THEN [{i}, {piece.value}]" for i, (test, piece) in enumerate(zip(tests, inner, strict=True))
        ]
        python = rendering.one_of([piece.python for piece in inner])
        return Piece(f"CASE {' '.join(whens)} END", python, "".join(piece.clauses for piece in inner))

    def one(self, one: One, here: Place) -> Piece:
        there = here.next()
        inner = self.piece(one.value, there)
        found = matched(one.source, self.clock, here, there, self.clock.told(there, one.kinds))
        value = f"CASE WHEN {there.node} IS NOT NULL THEN {inner.value} END"
        return self.called(f"OPTIONAL {found} WITH * LIMIT 1{inner.clauses}", value, rendering.if_found(inner.python))

    def many(self, many: Many, here: Place) -> Piece:
        there = here.next()
        inner = self.piece(many.value, there)
        found = matched(many.source, self.clock, here, there, self.clock.told(there, many.kinds))
        ordered = f" WITH * ORDER BY {keysets.sorted_by(many.order, there)}"
        return self.called(found + ordered + inner.clauses, f"collect({inner.value})", rendering.each(inner.python))

    def on_path(self, through: str, value: Value, here: Place) -> Piece:
        inner = self.piece(value, here.next())
        return self.called(through + inner.clauses, f"collect({inner.value})", rendering.each(inner.python))

    def page(self, page: Page, here: Place) -> Piece:
        there = here.next(page=len(self.pages))
        self.pages.append(page)
        page = anchored(page)
        rows = [self.piece(rows.value, there) for rows in listed(page)]
        ends = [Piece(keysets.cursor_text(page.order, there))] if tells_ends(page) else []
        found = total = Piece("null")
        if tells_rows(page):
            cells = ", ".join(piece.value or "null" for piece in (*ends, *rows))
            clauses = pages.found(page, self.clock, here, there) + "".join(piece.clauses for piece in rows)
            found = self.called(clauses, f"collect([{cells}])")
        if tells_count(page):
            total = self.called(pages.all_there_are(page, self.clock, here, there), pages.counted(page, there))
        python = PageWriter(page, there, [piece.python for piece in rows]).written()
        return Piece(f"[{found.value}, {total.value}]", python, found.clauses + total.clauses)

    def called(self, body: str, value: str, python: Python = as_it_is) -> Piece:
        """A subquery of one row, and the name of its value."""
        self.calls += 1
        return Piece(f"v{self.calls}", python, f" CALL (*) {{ {body} RETURN {value} AS v{self.calls} }}")
