"""From an operation to its parts and their prices.

It turns on the variables by looks alone, as plans do, so what was priced once is found again. A document is within
its bounds when it comes here, so nothing need be careful of its size. graphql-core's types are unions that no checker
narrows, hence `Any`.
"""

from dataclasses import dataclass, replace
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLField,
    SelectionSetNode,
    get_named_type,
    is_abstract_type,
    is_object_type,
)

from graph.reading.selection import Count
from graph.reading.sources import ByIds, Matching, Paths, Reach

from ..declared import (
    Explained,
    Found,
    MeasuredBy,
    Moved,
    NodesNamed,
    PageRows,
    PathEdges,
    PathNodes,
    answer_of,
    source_of,
)
from ..looks import outline
from ..paging import USUAL_PAGE
from ..published import is_list, is_page
from ..question import Question
from .bounds import LISTS
from .parts import Part, Priced, cost_of
from .prices import (
    CHANGE,
    COUNT,
    EFFECTS,
    LIST,
    LONGEST_PATH,
    MEASURE,
    ROW,
    SEARCH,
    SHORT_LIST,
    SIFTED,
    STATED,
    WALK,
    WORD,
    Price,
)
from .refusals import TooBroad
from .sifting import is_sifted
from .values import stated, words

PRICE = "price"
"""Where a field at the top that costs more than a row says so."""


@dataclass(frozen=True)
class Place:
    """What is asked from: a type, the fields that led to it, and, if it is a page, how many rows it can have.

    Kinds of nodes that are asked for something of their own are asked apart: `apart` is how many of them are asked for
    what stands here, `times` how often the whole stands in the statement for that reason further up.
    """

    type: Any
    path: str
    rows: int
    times: int
    apart: int
    parts: dict[str, Part]


class Pricing:
    """Prices one operation for one look at its variables. `most` is the greatest page that is served."""

    def __init__(self, question: Question, most: int) -> None:
        self.question, self.most, self.lists = question, most, 0

    def operation(self, root: Any, selections: SelectionSetNode) -> Priced:
        """The parts of an operation, priced. Raises Refused where it, or a filter in it, is too large."""
        top = Place(root, "", 0, 1, 1, {})
        self.gather(top, selections)
        if self.lists > LISTS.most:
            raise TooBroad(LISTS)
        return Priced(top.parts, cost_of(top.parts))

    def gather(self, place: Place, selections: SelectionSetNode) -> None:
        """What is asked there, of whatever kind of node."""
        for node in selections.selections:
            if not self.question.included(node):
                continue
            if isinstance(node, FieldNode):
                self.field(place, node)
                continue
            fragment = self.fragment(node)
            named = fragment.type_condition and self.question.schema.get_type(fragment.type_condition.name.value)
            of_one = named is not None and not is_abstract_type(named)
            there = replace(place, type=named or place.type, apart=1 if of_one else place.apart)
            self.gather(there, fragment.selection_set)

    def field(self, place: Place, node: FieldNode) -> None:
        name, key = node.name.value, (node.alias or node.name).value
        if name.startswith("__"):
            return
        published: GraphQLField = place.type.fields[name]
        part, target = self.part(place, published, node), get_named_type(published.type)
        known = place.parts.setdefault(key, part)
        known.meet(part)
        if node.selection_set:
            rows = self.size(published, node) if is_page(target) or is_cut(published) else 0
            path = f"{place.path}.{name}" if place.path else name
            apart = self.kinds(target, node.selection_set)
            below = Place(target, path, rows, place.times * place.apart, apart, known.inner)
            self.gather(below, node.selection_set)
        if not known.points and not known.inner:
            del place.parts[key]

    def part(self, place: Place, published: GraphQLField, node: FieldNode) -> Part:
        match answer_of(published):
            case Found() as found:
                self.lists += place.times * place.apart
                return self.found(found, published, node)
            case Count():
                return Part(COUNT.points)
            case PageRows():
                return Part(ROW.points, place.rows, place.path)
            case PathNodes() | PathEdges() as along:
                return Part(ROW.points, LONGEST_PATH - isinstance(along, PathEdges))
            case MeasuredBy() | NodesNamed() as number:
                self.lists += place.times * place.apart
                return of_number(number, published)
            case Moved():
                return Part(EFFECTS.points)
            case None if place.type is self.question.schema.mutation_type:
                return Part(CHANGE.points + STATED.points * stated(self.given(published, node, "input")))
            case None if not place.path:
                price: Price = source_of(published).metadata.get(PRICE, ROW)
                return Part(price.points)
            case None if is_list(published.type) and is_object_type(get_named_type(published.type)):
                return Part(0, place.rows, place.path) if place.rows else Part(0, SHORT_LIST)
        return Part(0)

    def found(self, found: Found, published: GraphQLField, node: FieldNode) -> Part:
        source = found.source
        if isinstance(source, ByIds):
            return Part(ROW.points, len(self.given(published, node, "ids") or ()))
        if is_page(get_named_type(published.type)):
            besides = {Reach: WALK.points, Paths: WALK.points, Matching: SEARCH.points}.get(type(source), 0)
            where = self.given(published, node, "where")
            sifted = SIFTED.points if is_sifted(self.question, published, node, where) else 0
            return Part(LIST.points + besides + sifted + WORD.points * words(where))
        return Part(ROW.points, SHORT_LIST if is_list(published.type) else 1)

    def kinds(self, type_: Any, selections: SelectionSetNode) -> int:
        """How many kinds of a type are asked for something apart, the rest of them counting as one."""
        if not is_abstract_type(type_):
            return 1
        apart, open_ = set[str](), [selections]
        while open_:
            for node in open_.pop().selections:
                if not isinstance(node, FieldNode):
                    fragment: Any = self.fragment(node)
                    apart.add(fragment.type_condition.name.value if fragment.type_condition else type_.name)
                    open_.append(fragment.selection_set)
        named = [self.question.schema.get_type(name) for name in apart - {type_.name}]
        all_ = len(self.question.schema.get_possible_types(type_))
        return all_ if any(map(is_abstract_type, named)) else min(len(named) + 1, all_)

    def fragment(self, node: Any) -> Any:
        """What a spread names, or what stands there itself."""
        return self.question.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node

    def size(self, published: GraphQLField, node: FieldNode) -> int:
        """The most rows of a page. One of a size that is not served is refused when it is planned."""
        last, first = (self.given(published, node, name) for name in ("last", "first"))
        asked = first if last is None else last
        return USUAL_PAGE if asked is None else min(max(asked, 0), self.most)

    def given(self, published: GraphQLField, node: FieldNode, name: str) -> Any:
        """An argument: its value, or, where it is no number, as much as a price may turn on."""
        if name not in published.args:
            return None
        argument = self.question.argument(node, published, name)
        self.question.seen(argument, looked_at)
        return argument.read(self.question.looks.variables)


def of_number(number: MeasuredBy | NodesNamed, published: GraphQLField) -> Part:
    """A number of a node, however much is told of it; or the nodes that it names: one, or those of a path."""
    if isinstance(number, MeasuredBy):
        return Part(MEASURE.points)
    return Part(ROW.points, LONGEST_PATH if is_list(published.type) else 1)


def is_cut(published: GraphQLField) -> bool:
    """Whether the list in it is cut after so many rows."""
    return isinstance(answer_of(published), Explained | Moved)


def looked_at(value: Any) -> Any:
    """Of a number itself, of a list how long it is, of an object its outline: on these a price turns."""
    match value:
        case int() | None:
            return value
        case list():
            return len(value), outline(value)
        case _:
            return outline(value)
