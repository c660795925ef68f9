"""Who spends from which bucket."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol

from api.budgets.own import OwnBuckets
from api.budgets.shared import shared
from api.settings import Settings
from resolvers.pricing.budget import Budget, Spent, Uncounted
from resolvers.viewer import Viewer


class Buckets(Protocol):
    """Wherever the buckets are."""

    async def spend(self, caller: str, points: int) -> Spent: ...


@dataclass(frozen=True)
class OfCaller:
    """One caller's budget. `most` is what a single request may cost."""

    buckets: Buckets
    caller: str
    most: int

    async def spend(self, points: int) -> Spent:
        return await self.buckets.spend(self.caller, points)


@dataclass(frozen=True)
class Budgets:
    """Everybody's; `buckets` is None where nobody counts."""

    most: int
    buckets: Buckets | None

    def of(self, viewer: Viewer) -> Budget:
        return OfCaller(self.buckets, caller(viewer), self.most) if self.buckets else Uncounted(self.most)


def caller(viewer: Viewer) -> str:
    """Whose bucket it is: that of a principal of one workspace, by one client."""
    principal = viewer.principals[0] if viewer.principals else None
    who = (principal.issuer, principal.name) if principal else ()
    return json.dumps([viewer.workspace, *who, viewer.client])


@asynccontextmanager
async def budgets(settings: Settings) -> AsyncIterator[Budgets]:
    """As the settings have them. No request may cost more than a bucket ever holds."""
    most, size, store = settings.cost_per_request, settings.cost_per_minute, settings.limits_store.get_secret_value()
    if not size:
        yield Budgets(most, None)
    elif store:
        async with shared(store, size) as buckets:
            yield Budgets(min(most, size), buckets)
    else:
        yield Budgets(min(most, size), OwnBuckets(size))
