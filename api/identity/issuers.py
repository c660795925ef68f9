"""The way in by the access tokens of trusted issuers."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field

from starlette.routing import BaseRoute

from api.identity.bearers import Bearers
from api.identity.grants import Grants
from api.identity.tokens import Tokens
from api.identity.viewers import Viewers
from graph.database import Database


@dataclass(frozen=True)
class Issuers:
    """`opened_tokens` opens whoever verifies what requests carry; `timeout` of a statement in seconds."""

    opened_tokens: Callable[[], AbstractAsyncContextManager[Tokens]]
    timeout: float
    routes: Sequence[BaseRoute] = field(default=())

    @asynccontextmanager
    async def opened(self, database: Database) -> AsyncIterator[Viewers]:
        async with self.opened_tokens() as tokens:
            yield Bearers(tokens, Grants(database, self.timeout))
