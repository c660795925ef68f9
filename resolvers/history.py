"""The words of the schema for what was changed: the root that reads the feed, and the nodes that an entry is about.

They are typed as Strawberry's own are: `Any`, so that the class's annotation gives the type.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import strawberry
from strawberry import UNSET

from graph.history.feed import Asked, feed
from graph.instants import text_of
from graph.records.history import Change, Ends
from graph.records.keeping import ChangeKind
from graph.refusals import Refused

from .arguments import First, Said
from .changes import changing
from .changing import require
from .context import Info
from .declared import BY_ARGUMENT, Found
from .execution import CompiledSchema, answered
from .fields import declared
from .handover import Answered
from .paging import USUAL_PAGE, page_size
from .pricing.prices import FEED
from .pricing.pricing import PRICE
from .scopes import Scope, needed

Last = Annotated[
    str | None, Said(description="The cursor of the entry to go on from; from the first entry on, unless given.")
]
KINDS = "Only changes of these sorts."


@dataclass(frozen=True)
class FeedEdge:
    """An entry in its list."""

    cursor: str
    node: Change


@dataclass(frozen=True)
class FeedPage:
    """Some entries, in the order in which the changes were made."""

    edges: Sequence[FeedEdge]
    nodes: Sequence[Change]
    page_info: Ends


def feed_root(scope: Scope, kind_type: Any, description: str) -> Any:
    """The root that reads the feed of the workspace, onwards from an entry."""

    async def resolve(
        info: Info,
        kinds: Annotated[list[kind_type] | None, Said(description=KINDS)] = UNSET,
        first: First = UNSET,
        after: Last = UNSET,
    ) -> Any:
        context = info.context
        require(context.viewer, scope, info.field_name)
        changes, asked = changing(info), Asked(size(info, first), after or None, named(kinds))
        page = await feed(changes.database, context.reader, context.cursors, asked, changes.timeout)
        return page_of(page.entries, asked.after, has_next=page.has_next)

    return strawberry.field(
        resolver=resolve,
        metadata={"scope": scope, PRICE: FEED},
        directives=[needed(scope)],
        description=description,
    )


def size(info: Info, first: int | None) -> int:
    """How many entries. Raises BadPage."""
    most = info.schema.most if isinstance(info.schema, CompiledSchema) else USUAL_PAGE
    return page_size(None if first is UNSET else first, most)


def named(kinds: Any) -> list[ChangeKind] | None:
    if kinds == []:
        raise Refused("`kinds` names no sort at all: name one, or leave it out.")
    return [ChangeKind[kind.name] for kind in kinds] if kinds else None


def page_of(entries: Sequence[Change], after: str | None, *, has_next: bool) -> FeedPage:
    edges = [FeedEdge(entry.cursor, entry) for entry in entries]
    ends = [entry.cursor for entry in entries]
    info = Ends(
        has_next_page=has_next,
        has_previous_page=after is not None,
        start_cursor=ends[0] if ends else None,
        end_cursor=ends[-1] if ends else after,
    )
    return FeedPage(edges, entries, info)


def entry_instant(description: str) -> Any:
    """When it was, as text in UTC like all instants in answers."""

    def resolve(root: Any) -> Any:
        return Answered(text_of(root.at))

    return strawberry.field(resolver=resolve, description=description)


def entry_node(name: str, scope: Scope, description: str) -> Any:
    """The node that an entry names, as it is today; null where it names none."""

    async def resolve(root: Any, info: Info) -> Any:
        id_ = getattr(root, name)
        return await answered(info, id_) if id_ else None

    return declared(Found(BY_ARGUMENT), description, resolve, scope)
