"""From a selection to its statement: one MATCH for the root, one subquery for all that hangs on a node.

Subqueries are `CALL (*) { … }` clauses, never `COLLECT { … }` expressions: those are not unnested
and turn off the caching of properties, which costs twice the hits for the same answer.
"""

from collections.abc import Iterable

from ..records.keeping import ArchiveFilter
from . import keysets, pages, permitting, positions, rendering, shares
from .anchoring import anchored
from .batching import batch
from .conditions import Key, OnEdge, Stored
from .live import Live
from .matching import matched
from .measured import Measured
from .page_writing import (
    PageWriter,
    SiftedWriter,
    listed,
    tells_count,
    tells_cursors,
    tells_ends,
    tells_rows,
    tells_shares,
)
from .pieces import Piece, listed_together, side_by_side, stored
from .places import Place
from .plan import Gap, Listing, Plan
from .rendering import Python, as_it_is
from .selection import (
    Composed,
    Constant,
    Cursor,
    Distance,
    EdgesOnPath,
    Fragment,
    KindWord,
    Many,
    Named,
    NodesOnPath,
    Nothing,
    Object,
    One,
    Page,
    PathShare,
    Permissions,
    RelationName,
    ResolvedShare,
    Root,
    Score,
    Together,
    Value,
    Variants,
)
from .sifting import Apart, Sifted
from .telling import Telling


def compiled(selection: Root, clock: Live) -> Plan:
    """The plan of a root: one statement that answers one record with one value."""
    compiler = Compiler(clock)
    root = compiler.root(selection)
    telling, sifted = compiler.telling, compiler.sifted
    gaps = tuple(Gap(measured.measure, telling.of(measured)) for measured in compiler.measured)
    text = positions.with_position(root) if gaps or sifted else f"{root.clauses.strip()} RETURN {root.value} AS value"
    return Plan(
        text=text,
        python=rendering.if_found(root.python)("v"),
        listings=tuple(Listing.of(page) for page in compiler.pages),
        sealed=tuple(i for i, page in enumerate(compiler.pages) if tells_cursors(page)),
        batch=batch(selection, text),
        gaps=gaps,
        named=compiled(Together(telling.named()), clock) if telling.places else None,
        places=len(telling.places),
        sifted=tuple((each, Listing.of_sifted(each)) for each in sifted),
        shown=selection.shown if isinstance(selection, Page | Sifted) else ArchiveFilter.INCLUDE,
    )


class Compiler:
    """The state of one compilation: the pages and measures met so far, what is told apart, and the names given."""

    def __init__(self, clock: Live) -> None:
        self.clock = clock
        self.pages: list[Page] = []
        self.measured: list[Measured] = []
        self.sifted: list[Sifted] = []
        self.telling = Telling()
        self.calls = 0

    def root(self, selection: Root) -> Piece:
        match selection:
            case Page():
                return self.page(selection, Place(-1))
            case Named():
                return self.named(selection)
            case One():
                return self.anchored(selection)
            case Sifted():
                return self.sift(selection, Place(-1))
            case Together(named):
                return listed_together([self.named(one) for one in named])

    def anchored(self, one: One) -> Piece:
        there = Place(0)
        inner = self.piece(one.value, there)
        found = matched(one.source, self.clock, there, there, self.clock.told(there, one.kinds))
        return inner._replace(clauses=found + inner.clauses)

    def named(self, named: Named) -> Piece:
        there, ids = Place(0), named.source.ids.name
        inner = self.piece(named.value, there)
        found = matched(named.source, self.clock, there, there, self.clock.told(there, named.kinds))
        body = f"UNWIND range(0, size(${ids}) - 1) AS i OPTIONAL {found}{inner.clauses} WITH * ORDER BY i"
        value = f"CASE WHEN {there.node} IS NOT NULL THEN {inner.value} END"
        found_or_not = rendering.if_found(inner.python)
        return self.called(body, f"collect([{value}])", rendering.each(lambda v: found_or_not(f"{v}[0]")))

    def piece(self, value: Value, here: Place) -> Piece:
        match value:
            case Stored() | OnEdge():
                return stored(value, here.edge if isinstance(value, OnEdge) else here.node)
            case Object(members):
                return side_by_side((key, self.piece(member, here)) for key, member in members)
            case Composed(property, parts):
                inner = self.piece(parts, here)
                told = f"CASE WHEN {here.node}.{property} IS NOT NULL THEN {inner.value} END"
                return Piece(told, rendering.if_found(inner.python))
            case Variants():
                return self.variants(value, here)
            case One():
                return self.one(value, here)
            case Many():
                return self.many(value, here)
            case Page():
                return self.page(value, here)
            case Sifted():
                return self.sift(value, here)
            case NodesOnPath() | EdgesOnPath():
                return self.on_path(value, here)
            case _:
                return self.leaf(value, here)

    def leaf(self, value: Value, here: Place) -> Piece:
        """What is told of the row itself, beyond what is stored."""
        match value:
            case RelationName():
                return Piece(f"type({here.edge})")
            case ResolvedShare():
                return Piece(here.share) if here.share else self.called(shares.resolved(here.edge), "share")
            case PathShare():
                return Piece(shares.product(here.shares))
            case Distance():
                return Piece(here.distance)
            case Score() | Fragment() | Cursor():
                return pages.of_row(value, self.pages, here)
            case Constant() | Nothing():
                return Piece("", rendering.always(value.text if isinstance(value, Constant) else None))
            case Permissions():
                return permitting.told(value, self.clock, here, self.called)
            case Measured() | Apart():
                return Piece(f"{here.node}.id", self.later(value))
            case KindWord(words):
                whens = [f"WHEN {self.of_kind(here, [kind])} THEN {word!r}" for kind, word in words]
                return Piece(f"CASE {' '.join(whens)} END")
            case other:
                raise TypeError(f"{other} is no value.")

    def later(self, value: Measured | Apart) -> Python:
        """What comes in a further statement, by the ids that this one leaves."""
        if isinstance(value, Apart):
            return rendering.apart(self.telling.place(value.kinds, value.value))
        self.measured.append(value)
        return rendering.left_for(len(self.measured) - 1)

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

    def on_path(self, value: NodesOnPath | EdgesOnPath, here: Place) -> Piece:
        if isinstance(value, NodesOnPath):
            there = here.next()
            through = f"UNWIND nodes({here.path}) AS {there.node}"
        else:
            there = here.on_path()
            each = f"UNWIND range(0, length({here.path}) - 1) AS {there.turn}"
            through = f"{each} WITH *, relationships({here.path})[{there.turn}] AS {there.edge}"
        inner = self.piece(value.value, there)
        return self.called(through + inner.clauses, f"collect({inner.value})", rendering.each(inner.python))

    def page(self, page: Page, here: Place) -> Piece:
        there = here.next(page=len(self.pages))
        self.pages.append(page)
        page = anchored(page)
        rows = [self.piece(rows.value, there) for rows in listed(page)]
        ends = [Piece(keysets.cursor_text(page.order, there))] if tells_ends(page) else []
        shown = "".join(piece.clauses for piece in rows)
        cells = f"collect([{', '.join(piece.value or 'null' for piece in (*ends, *rows))}])"
        python = PageWriter(page, there, [piece.python for piece in rows]).written()
        if pages.is_counted_with_its_rows(page):
            taken = self.called(pages.taken(page, there) + shown, cells)
            told = f"[{taken.value}, size(all_{there.node})]"
            return self.called(pages.all_found(page, self.clock, here, there) + taken.clauses, told, python)
        found = total = Piece("null")
        if tells_rows(page):
            resolved = shares.of_paths(there) if tells_shares(page) else ""
            found = self.called(pages.found(page, self.clock, here, there) + resolved + shown, cells)
        if tells_count(page):
            total = self.called(pages.all_there_are(page, self.clock, here, there), pages.counted(page, there))
        return Piece(f"[{found.value}, {total.value}]", python, found.clauses + total.clauses)

    def sift(self, sifted: Sifted, here: Place) -> Piece:
        """All candidates, each with the keys of its order that are stored, and with what is told of its row."""
        there, page = here.next(page=pages.SIFTED), anchored(sifted.page)
        rows = [self.piece(rows.value, there) for rows in listed(page)]
        keys = [keysets.held(key, there) for key in sifted.order if isinstance(key, Key)]
        self.sifted.append(sifted)
        python = SiftedWriter(page, len(self.sifted) - 1, [piece.python for piece in rows]).written()
        cells = ", ".join(piece.value or "null" for piece in rows)
        found = pages.candidates(page, self.clock, here, there) + "".join(piece.clauses for piece in rows)
        return self.called(found, f"collect([{there.node}.id, [{', '.join(keys)}], [{cells}]])", python)

    def called(self, body: str, value: str, python: Python = as_it_is) -> Piece:
        """A subquery of one row, and the name of its value."""
        self.calls += 1
        return Piece(f"v{self.calls}", python, f" CALL (*) {{ {body} RETURN {value} AS v{self.calls} }}")
