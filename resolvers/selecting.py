"""From a published field to a selection: the only place that knows both."""

from collections.abc import Hashable, Sequence
from typing import Any

from graphql import FieldNode, GraphQLField, GraphQLObjectType, get_named_type, is_abstract_type, is_object_type

from graph.reading.conditions import OnEdge, Stored
from graph.reading.selection import (
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
    RelationName,
    ResolvedShare,
    Root,
    Score,
    Value,
    Variants,
)
from graph.reading.sifting import Sifted
from graph.reading.sources import ById, ByIds, ByReference, Every, Matching

from .anchoring import Anchoring
from .composing import composed
from .declared import (
    BY_ARGUMENT,
    EdgeEnd,
    EdgeProperty,
    Found,
    KindEnum,
    MeasuredBy,
    PathEdges,
    PathNodes,
    ViewerCan,
    answer_of,
    source_of,
)
from .measuring import Measuring
from .paging import Paging
from .permitting import permissions
from .published import form_of, is_list, is_never_null, is_node, is_page, labels, screaming
from .question import Question
from .scopes import Denied, scope_of

Nodes = Sequence[FieldNode]


class Selecting:
    """Translates one root field. `most` is the greatest page that is served."""

    def __init__(self, question: Question, most: int) -> None:
        self.question, self.most = question, most
        self.told_of: dict[Hashable, Object | Variants] = {}

    def root(self, parent: GraphQLObjectType, published: GraphQLField, nodes: Nodes) -> Root:
        """A field of the query; or one below an object made by hand, whose id is then the anchor."""
        found, type_ = answer_of(published), get_named_type(published.type)
        opened = Anchoring(self.question, self.most, published, nodes[0])
        match found:
            case Found(Every() | Matching()):
                return self.page(found, published, nodes)
            case Found(ByIds()):
                return Named(opened.by_ids(), labels(type_), self.node(type_, nodes))
            case Found(ByReference()):
                return One(opened.by_reference(), labels(type_), self.node(type_, nodes))
            case Found(ById() as source):
                return One(opened.by_id(source), labels(type_), self.node(type_, nodes))
        return One(BY_ARGUMENT, (parent.name,), self.value(parent, nodes, (parent.name,)))

    def node(self, type_: Any, nodes: Nodes) -> Object | Variants:
        """What is told of a node. It is asked for once for each kind above, so that what was found is kept."""
        key = (type_.name, *map(id, nodes))
        return self.told_of.get(key) or self.told_of.setdefault(key, self.told_together(type_, nodes))

    def told_together(self, type_: Any, nodes: Nodes) -> Object | Variants:
        """Kinds that are asked the same are told together."""
        kinds = self.question.schema.get_possible_types(type_) if is_abstract_type(type_) else [type_]
        alike: dict[Object, list[GraphQLObjectType]] = {}
        for kind in kinds:
            alike.setdefault(self.object(kind, nodes, kinds), []).append(kind)
        if len(alike) == 1:
            return next(iter(alike))
        return Variants(tuple((names(group), self.object(group[0], nodes, group)) for group in alike.values()))

    def object(self, type_: GraphQLObjectType, nodes: Nodes, kinds: Sequence[GraphQLObjectType]) -> Object:
        selected = self.question.selected(type_, nodes)
        return Object(tuple((key, self.value(type_, same, names(kinds))) for key, same in selected))

    def row(self, type_: Any, nodes: Nodes) -> Value:
        """A node, or what is told around it: of its edge, or of the path to it."""
        return self.node(type_, nodes) if is_node(type_) else self.object(type_, nodes, [type_])

    def value(self, type_: GraphQLObjectType, nodes: Nodes, kinds: tuple[str, ...]) -> Value:
        name = nodes[0].name.value
        if name == "__typename":
            return word([(kind, kind) for kind in kinds])
        scope = scope_of(source_of(type_.fields[name]))
        if scope and scope not in self.question.scopes:
            self.question.denied.append(Denied(scope, f"{type_.name}.{name}"))
            return Nothing()
        return self.told(type_, nodes, kinds)

    def told(self, type_: GraphQLObjectType, nodes: Nodes, kinds: tuple[str, ...]) -> Value:
        """What a field that the viewer may be told is answered with, by its declaration."""
        name = nodes[0].name.value
        published = type_.fields[name]
        target = get_named_type(published.type)
        match answer_of(published):
            case None:
                return self.stored(published, nodes)
            case KindEnum():
                return word([(kind, screaming(kind)) for kind in kinds])
            case EdgeProperty(form):
                return OnEdge(name, is_never_null(published.type), form)
            case RelationName() | ResolvedShare() | PathShare() | Distance() | Score() | Fragment() | Cursor() as leaf:
                return leaf
            case EdgeEnd():
                return self.node(target, nodes)
            case PathNodes():
                return NodesOnPath(self.node(target, nodes))
            case PathEdges():
                return EdgesOnPath(self.row(target, nodes))
            case ViewerCan():
                return permissions(self.question, target, nodes)
            case Found() | MeasuredBy() as found:
                return self.found(found, published, nodes)
            case other:
                raise TypeError(f"{type_.name}.{name} is declared as {other}, which says nothing of a node.")

    def stored(self, published: GraphQLField, nodes: Nodes) -> Value:
        name, target = nodes[0].name.value, get_named_type(published.type)
        if is_object_type(target):
            return composed(self.question, name, target, nodes)
        return Stored(name, is_never_null(published.type), form_of(target))

    def found(self, found: Found | MeasuredBy, published: GraphQLField, nodes: Nodes) -> Value:
        if isinstance(found, MeasuredBy):
            return Measuring(self.question, self.most, self.node).measured(found, published, nodes)
        target = get_named_type(published.type)
        if is_page(target):
            return self.page(found, published, nodes)
        if is_list(published.type):
            return Many(found.source, labels(target), found.order, self.row(target, nodes))
        return One(found.source, labels(target), self.row(target, nodes))

    def page(self, found: Found, published: GraphQLField, nodes: Nodes) -> Page | Sifted:
        return Paging(self.question, self.most, self.row).page(found, published, nodes)


def names(kinds: Sequence[GraphQLObjectType]) -> tuple[str, ...]:
    return tuple(kind.name for kind in kinds)


def word(words: Sequence[tuple[str, str]]) -> KindWord | Constant:
    """One of several words by the node's kind; where only one is possible, that one."""
    return KindWord(tuple(words)) if len(words) > 1 else Constant(words[0][1])
