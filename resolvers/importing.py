"""Imports through the API: from what a client states to the verbs, and what a client is told of its imports.

Published types and inputs are made when a module runs, hence `Any`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

import strawberry

from graph.instants import instant_of
from graph.jobs import reading
from graph.jobs.job import Job
from graph.jobs.refusals import Row
from graph.jobs.starting import AddToImport, StartImport, owner_key
from graph.refusals import BadPage
from graph.writing.actors import Actor

from .access import caller_of
from .arguments import Said
from .changes import changing
from .changing import require
from .context import Info
from .pricing.prices import IMPORT, IMPORTS, Price
from .pricing.pricing import PRICE
from .scopes import Scope, needed
from .viewer import Viewer

MOST_ROWS, MOST_IMPORTS = 100, 25
"""At once."""

FEW = 25

LAST_PLACE = 1_000
"""After that of a line comes the next line."""

Rows = Annotated[int, Said(description=f"How many: 0 to {MOST_ROWS}.")]
Imports = Annotated[int, Said(description=f"How many: 0 to {MOST_IMPORTS}.")]
After = Annotated[int, Said(description="After which line.")]
Which = Annotated[strawberry.ID, Said(description="Which one.")]


def start_import(viewer: Viewer, stated: Any) -> StartImport:
    caller = caller_of(viewer)
    actor = Actor(viewer.client, viewer.subject, owner_key(caller, viewer.workspace))
    return StartImport(viewer.workspace, caller, actor, stated.source, stated.name)


def add_to_import(viewer: Viewer, stated: Any) -> AddToImport:
    caller = caller_of(viewer)
    return AddToImport(viewer.workspace, caller, stated.import_job, stated.part, stated.lines, stated.last)


def import_root(description: str) -> Any:
    """The root that tells of one import."""

    async def resolve(info: Info, id: Which) -> Any:
        require(info.context.viewer, Scope.SYNC_WRITE, info.field_name)
        return await own_job(info, id)

    return root(resolve, IMPORT, description)


def imports_root(description: str) -> Any:
    """The root that tells of the latest ones."""

    async def resolve(info: Info, first: Imports = FEW) -> Any:
        require(info.context.viewer, Scope.SYNC_WRITE, info.field_name)
        viewer, changes = info.context.viewer, changing(info)
        by = owner_key(caller_of(viewer), viewer.workspace)
        return await reading.jobs(changes.database, viewer.workspace, by, page(first, MOST_IMPORTS), changes.timeout)

    return root(resolve, IMPORTS, description)


def root(resolve: Any, price: Price, description: str) -> Any:
    return strawberry.field(
        resolver=resolve,
        metadata={"scope": Scope.SYNC_WRITE, PRICE: price},
        directives=[needed(Scope.SYNC_WRITE)],
        description=description,
    )


def changed_import(description: str) -> Any:
    """The import after the change; null where it was only rehearsed that it begins."""

    async def resolve(root: Any, info: Info) -> Any:
        return await own_job(info, root.done.answer.text)

    return strawberry.field(resolver=resolve, description=description)


async def own_job(info: Info, id: str) -> Job | None:
    """An import that the viewer began."""
    viewer, changes = info.context.viewer, changing(info)
    by = owner_key(caller_of(viewer), viewer.workspace)
    return await reading.job(changes.database, viewer.workspace, by, id, changes.timeout)


def refused_rows(description: str) -> Any:
    """The rows that an import refused."""

    async def resolve(root: Any, info: Info, first: Rows = FEW, after_line: After = 0) -> Sequence[Row]:
        changes = changing(info)
        return await reading.refused_after(
            changes.database, root.id, (after_line, LAST_PLACE), page(first, MOST_ROWS), changes.timeout
        )

    return strawberry.field(resolver=resolve, description=description)


def page(first: int, most: int) -> int:
    """Raises BadPage."""
    if not 0 <= first <= most:
        raise BadPage(first, most)
    return first


def of_import(tell: Any, description: str) -> Any:
    """A field that says something of an import."""

    def resolve(root: Any) -> Any:
        return tell(root)

    return strawberry.field(resolver=resolve, description=description)


def instant(at: int | None) -> datetime | None:
    return None if at is None else instant_of(at)
