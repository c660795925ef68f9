"""Roots that are answered without the graph: by the rules themselves, which are the same for everyone."""

from collections.abc import Callable
from typing import Any

import strawberry

from .changing import require
from .context import Info
from .scopes import Scope, needed


def known(scope: Scope, tell: Callable[[], Any], description: str) -> Any:
    """A root that tells a rule. `Any`, so that the class's annotation gives the type."""

    def resolve(info: Info) -> Any:
        require(info.context.viewer, scope, info.field_name)
        return tell()

    return strawberry.field(
        resolver=resolve, metadata={"scope": scope}, directives=[needed(scope)], description=description
    )
