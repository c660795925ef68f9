"""What the monthly posts say: check-ins of the goal that had the issue in the season of the month told of."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from urllib.parse import unquote

from graph.records.states import ReportedHealth
from graph.writing.stated import StatedNode

from ..remarks import Remark, adapted, kept_out, no_place
from . import identities
from .pieces import Piece
from .seasons import month_told
from .sorting import Taken
from .source import Post

HEALTH: Mapping[str, ReportedHealth] = MappingProxyType(
    {
        "Completed =)": ReportedHealth.ON_TRACK,
        "Will not complete :(": ReportedHealth.OFF_TRACK,
    }
)
"""What the words of a badge mean. A badge with other words is taken as text alone."""


def check_ins(posts: tuple[Post, ...], goals: tuple[Taken, ...]) -> Iterator[Piece]:
    told: dict[tuple[str, int], Post] = {}
    for post in posts:
        before = told.setdefault((post.post, post.issue), post)
        if before is post:
            yield check_in(post, goals)
        else:
            yield Piece(remarks=(said_again(post, before),))
    for name, published in dict.fromkeys((post.post, post.published) for post in posts):
        yield Piece(remarks=(no_place("days on which posts were published", f"{published} for {name}"),))


def said_again(post: Post, before: Post) -> Remark:
    if post == before:
        return adapted("check-ins that a post holds twice, taken once", place(post))
    return kept_out("second check-ins of a goal in one post, which say something else", place(post))


def check_in(post: Post, goals: tuple[Taken, ...]) -> Piece:
    """The post's name tells the month, and the month the season: it may be published when that is over."""
    as_of = month_told(post.post, post.published)
    if as_of is None:
        return Piece(remarks=(kept_out("posts whose name tells no month", place(post)),))
    subjects = [taken for taken in goals if post.issue in taken.goal.tracking and taken.season.has(as_of)]
    if not subjects:
        return Piece(remarks=(kept_out("check-ins without a goal in their season", place(post)),))
    words = unquote(post.badge) if post.badge else None
    nodes = tuple(stated(post, as_of, words, taken.goal.source_id) for taken in subjects)
    return Piece(nodes, remarks=tuple(unknown_words(post, words)))


def stated(post: Post, as_of: date, words: str | None, source_id: str) -> StatedNode:
    properties = {
        "as_of": as_of,
        "health": HEALTH.get(words) if words else None,
        "text": words,
        "numerator": post.completed,
        "denominator": post.total,
    }
    subject = identities.goal(source_id)
    return StatedNode(identities.check_in(source_id, post.post), "CheckIn", properties, subject=subject)


def unknown_words(post: Post, words: str | None) -> Iterator[Remark]:
    if words and words not in HEALTH:
        yield adapted(f"badges that say {words!r}, taken as text without a health", place(post))


def place(post: Post) -> str:
    return f"#{post.issue} in {post.post}"
