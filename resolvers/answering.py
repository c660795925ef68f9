"""Answering a planned field: who may ask, and what it is asked with."""

import asyncio
from collections.abc import Mapping
from typing import Any

from .context import Context
from .gaps import read
from .looks import Variables
from .planning import Planned, Root
from .scopes import MissingScope


async def answers(roots: Mapping[str, Root], variables: Variables, context: Context) -> dict[str, Any]:
    """All roots, each by its own statement, together; what one of them raises stands in its place."""
    values = await asyncio.gather(
        *(answer(root, variables, context) for root in roots.values()), return_exceptions=True
    )
    return dict(zip(roots, values, strict=True))


async def answer(root: Root, variables: Variables, context: Context, id: str | None = None) -> Any:
    """The value of a root as it stands in the response. `id` is that of a root which an object above anchors."""
    if not isinstance(root, Planned):
        return root
    if root.scope and root.scope not in context.viewer.scopes:
        raise MissingScope(root.scope, root.nodes[0].name.value)
    given = root.values(variables)
    if id:
        given["id"] = id
    return await read(root.plan, given, context)
