"""From a published connection to a page: its size, its place in the list, its filter and order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType, get_named_type

from graph.reading.conditions import AllOf, Comparison, Filter, Stored
from graph.reading.leaves import only_leaves
from graph.reading.selection import Constant, Facts, Object, Page, PageValue, Rows, Value, Variants
from graph.reading.sifting import Apart, NumberTest, Sifted, SiftedBy
from graph.reading.sources import Every, Matching, Slot, Source, Step
from graph.reading.words import Words
from graph.records.keeping import ArchiveFilter
from graph.refusals import BadPage, Refused

from .declared import Found, PageFacts, PageRows, answer_of
from .filtering import Filtering
from .looks import Argument, present
from .ordering import ordered, stored_keys
from .published import is_node, labels
from .question import Question

USUAL_PAGE = 25


class Paging:
    """Reads the arguments that connections have in common. `row` translates what is asked of a row."""

    def __init__(self, question: Question, most: int, row: Callable[[Any, Sequence[FieldNode]], Value]) -> None:
        self.question, self.most, self.row = question, most, row

    def page(self, found: Found, published: GraphQLField, nodes: Sequence[FieldNode]) -> Page | Sifted:
        def given(name: str) -> Argument | None:
            return self.question.argument(nodes[0], published, name) if name in published.args else None

        type_: Any = get_named_type(published.type)
        backward = self.backward(given("first"), given("last"))
        forward = ordered(self.question, given("orderBy"), found.order)
        order = tuple(key.reversed() for key in forward) if backward else forward
        source = self.source(found.source, given("text") or given("relation"))
        filter, tests = self.filter(given("where"), given("to"), published)
        leaves, stored = given("leavesOnly"), stored_keys(order)
        is_sifted = bool(tests) or stored != order
        page = Page(
            source=source,
            kinds=self.kinds(given("kinds")) or labels(type_),
            filter=only_leaves(filter) if leaves and self.question.seen(leaves) else filter,
            order=stored,
            limit=self.limit(given("last") if backward else given("first")),
            after=self.after(source, given("before") if backward else given("after")),
            backward=backward,
            members=(self.of_rows_apart if is_sifted else self).members(type_, nodes),
            shown=self.shown(given("archived")),
        )
        return self.sifted(page, tests, order) if is_sifted else page

    def sifted(self, page: Page, tests: tuple[NumberTest, ...], order: SiftedBy) -> Sifted:
        if isinstance(page.source, Matching):
            raise Refused("A search is not filtered by numbers: ask for its nodes by `nodes(ids:)`, or list them.")
        return Sifted(page, tests, order)

    @property
    def of_rows_apart(self) -> "Paging":
        """The same, of whose rows the nodes are told apart."""
        return Paging(self.question, self.most, self.row_apart)

    def row_apart(self, type_: Any, nodes: Sequence[FieldNode]) -> Value:
        row, kinds = self.row(type_, nodes), labels(type_)
        if is_node(type_) or not isinstance(row, Object):
            return Apart(kinds, row)
        nodes_of_edge = (Object, Variants)
        members = ((key, Apart(kinds, told) if isinstance(told, nodes_of_edge) else told) for key, told in row.members)
        return Object(tuple(members))

    def shown(self, archived: Argument | None) -> ArchiveFilter:
        shown: ArchiveFilter | None = self.question.seen(archived) if archived else None
        return shown or ArchiveFilter.EXCLUDE

    def backward(self, first: Argument | None, last: Argument | None) -> bool:
        if last is None or not self.question.seen(last, present):
            return False
        if first and self.question.seen(first, present):
            raise Refused("A page is read by `first` or by `last`: give one of them.")
        return True

    def source(self, source: Source, by: Argument | None) -> Source:
        """The same source, by the words searched for; or along one relation alone, if the client named one."""
        if by and isinstance(source, Matching):
            return Matching(self.question.slot(by, Words.of))
        named = by and self.question.seen(by)
        if not named:
            return source
        if isinstance(source, Step):
            return replace(source, relations=(named.value,))
        raise TypeError("A relation is named for a single step.")

    def kinds(self, kinds: Argument | None) -> tuple[str, ...]:
        if kinds is None:
            return ()
        named: tuple[str, ...] | None = self.question.seen(
            kinds, lambda given: None if given is None else tuple(kind.value for kind in given)
        )
        if named == ():
            raise Refused("`kinds` names no kind at all: name one, or leave it out.")
        return named or ()

    def filter(
        self, where: Argument | None, to: Argument | None, published: GraphQLField
    ) -> tuple[Filter, tuple[NumberTest, ...]]:
        """By what is stored, and by numbers."""
        if to and self.question.seen(to, present):
            return Comparison(Stored("id"), "eq", self.question.slot(to)), ()
        if where is None:
            return AllOf(), ()
        filtering = Filtering(self.question, where)
        return filtering.filter(published.args["where"].type), tuple(filtering.numbers)

    def limit(self, size: Argument | None) -> Slot:
        if size is None:
            raise TypeError("A connection has an argument `first`.")
        return self.question.slot(size, self.size)

    def size(self, asked: int | None) -> int:
        return page_size(asked, self.most)

    def after(self, source: Source, after: Argument | None) -> Slot | None:
        """A list of all nodes always begins after something: then page 1 has the statement of all others."""
        if after is None or not (isinstance(source, Every) or self.question.seen(after, present)):
            return None
        return self.question.slot(after)

    def members(self, type_: GraphQLObjectType, nodes: Sequence[FieldNode]) -> tuple[tuple[str, PageValue], ...]:
        return tuple((key, self.member(type_, same)) for key, same in self.question.selected(type_, nodes))

    def member(self, type_: GraphQLObjectType, nodes: Sequence[FieldNode]) -> PageValue:
        if nodes[0].name.value == "__typename":
            return Constant(type_.name)
        published = type_.fields[nodes[0].name.value]
        target: Any = get_named_type(published.type)
        answer: Any = answer_of(published)
        match answer:
            case PageRows():
                return Rows(self.row(target, nodes))
            case PageFacts():
                return Facts(self.members(target, nodes))
            case fact:
                leaf: PageValue = fact
                return leaf


def page_size(asked: int | None, most: int) -> int:
    """How many rows a page has. Raises BadPage."""
    size = USUAL_PAGE if asked is None else asked
    if not 0 <= size <= most:
        raise BadPage(size, most)
    return size
