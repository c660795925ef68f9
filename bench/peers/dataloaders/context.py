"""What a request carries."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import strawberry

from .loaders import Graph, Loaders, Row


@dataclass
class Context:
    """`made` makes a row into a node of its kind: of any of several types, hence `Any`."""

    loaders: Loaders
    made: Callable[[Row], Any]

    @property
    def graph(self) -> Graph:
        return self.loaders.graph

    async def node(self, id_: str) -> Any:
        return self.made(await self.loaders.nodes.load((id_,)))


Info: TypeAlias = strawberry.Info[Context, None]
