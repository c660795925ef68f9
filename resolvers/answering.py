"""Answering a planned field: its parameters, its statement, and the answer written out."""

import asyncio
from collections.abc import Mapping
from typing import Any

from .context import Context
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
    plan, given = root.plan, root.values(variables)
    if id:
        given["id"] = id
    parameters = plan.parameters(given, context.cursors, context.reader)
    found = await context.statements.read(plan, parameters)
    return plan.render(found, given, plan.seals(given, context.cursors))
