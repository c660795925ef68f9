"""The shapes that lists are answered in: pages, their edges, and paths."""

from typing import Generic, TypeVar

import strawberry

from graph.reading.conditions import Form
from graph.reading.selection import (
    Count,
    Cursor,
    Distance,
    FirstCursor,
    Fragment,
    HasNext,
    HasPrevious,
    LastCursor,
    PathShare,
    RelationName,
    ResolvedShare,
    Score,
)
from resolvers.declared import EdgeEnd, EdgeProperty, PageFacts, PageRows, PathEdges, PathNodes
from resolvers.fields import leaf

from .scalars import LineageRelation

T = TypeVar("T")

SHARE = "The part of the child's effort that goes this way, 0 to 1, as it was stated; null divides the rest equally."
RESOLVED = "The same with null resolved: the stated share, else an equal part of what the stated ones leave."
FRAGMENT = (
    "Where the words stand, as plain text: the title; or, where it lacks one of them, some 200 characters at most of"
    " the description around the first one there, with … where it is cut."
)
WEIGHT = "How much the child counts in the parent's progress, 0 or more; 1 unless stated."


@strawberry.type(description="Where a page stands in its list.")
class PageInfo:
    has_next_page: bool = leaf(HasNext(), "Whether rows follow.")
    has_previous_page: bool = leaf(HasPrevious(), "Whether rows precede.")
    start_cursor: str | None = leaf(FirstCursor(), "The cursor of the first row.")
    end_cursor: str | None = leaf(LastCursor(), "The cursor of the last row.")


@strawberry.type(description="A row of a page.")
class Edge(Generic[T]):
    cursor: str = leaf(Cursor(), "Where the row stands in its list.")
    node: T = leaf(EdgeEnd(), "What the row is about.")


@strawberry.type(description="One page of a list.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = leaf(PageRows(), "The rows.")
    nodes: list[T] = leaf(PageRows(), "The rows' nodes.")
    page_info: PageInfo = leaf(PageFacts(), "Where the page stands in its list.")
    total_count: int = leaf(Count(), "How many rows the whole list has.")


@strawberry.type(description="A row of a page, with the edge of lineage that led to it.")
class LineageEdge(Edge[T], Generic[T]):
    relation: LineageRelation = leaf(RelationName(), "By which relation the child counts towards the parent.")
    share: float | None = leaf(EdgeProperty(Form.MILLIONTHS), SHARE)
    resolved_share: float = leaf(ResolvedShare(), RESOLVED)
    weight: float = leaf(EdgeProperty(Form.MILLIONTHS), WEIGHT)


@strawberry.type(description="One page of the parents or children of a node.")
class LineageConnection(Connection[T], Generic[T]):
    edges: list[LineageEdge[T]] = leaf(PageRows(), "The rows, with the edges that led to them.")  # type: ignore[assignment]


@strawberry.type(description="A row of a page, with its distance.")
class AncestorEdge(Edge[T], Generic[T]):
    distance: int = leaf(Distance(), "How many steps up it is, by the shortest path.")


@strawberry.type(description="One page of all that a node counts towards.")
class AncestorConnection(Connection[T], Generic[T]):
    edges: list[AncestorEdge[T]] = leaf(PageRows(), "The rows, with their distance.")  # type: ignore[assignment]


@strawberry.type(description="A row of a page, with its distance.")
class DescendantEdge(Edge[T], Generic[T]):
    distance: int = leaf(Distance(), "How many steps down it is, by the shortest path.")


@strawberry.type(description="One page of all that counts towards a node.")
class DescendantConnection(Connection[T], Generic[T]):
    edges: list[DescendantEdge[T]] = leaf(PageRows(), "The rows, with their distance.")  # type: ignore[assignment]


@strawberry.type(description="Work in which the words were found.")
class SearchEdge(Edge[T], Generic[T]):
    score: float = leaf(Score(), "How well it matches, more being better; comparable within one search alone.")
    fragment: str = leaf(Fragment(), FRAGMENT)


@strawberry.type(description="One page of the work in which the words were found.")
class SearchConnection(Connection[T], Generic[T]):
    edges: list[SearchEdge[T]] = leaf(PageRows(), "The rows, with what was found in them.")  # type: ignore[assignment]


@strawberry.type(description="One step of a path, from a child to a parent.")
class LineageStep:
    relation: LineageRelation = leaf(RelationName(), "By which relation the child counts towards the parent.")
    share: float | None = leaf(EdgeProperty(Form.MILLIONTHS), SHARE)
    resolved_share: float = leaf(ResolvedShare(), RESOLVED)
    weight: float = leaf(EdgeProperty(Form.MILLIONTHS), WEIGHT)


@strawberry.type(description="A path up the lineage.")
class LineagePath(Generic[T]):
    nodes: list[T] = leaf(PathNodes(), "The nodes from the lowest to the highest, both ends included.")
    edges: list[LineageStep] = leaf(PathEdges(), "The steps between them.")
    share: float = leaf(
        PathShare(), "The part of the lowest node's effort that goes this way: the product of the steps."
    )


@strawberry.type(description="Paths up from a node. There can be very many, so their number is bounded.")
class LineagePaths(Generic[T]):
    paths: list[LineagePath[T]] = leaf(PageRows(), "The paths, as they were found.")
    truncated: bool = leaf(HasNext(), "Whether there are more than these.")
