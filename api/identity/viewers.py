"""Who asks: from a request to its viewer."""

from typing import Protocol

from starlette.requests import Request

from resolvers.viewer import Viewer


class Viewers(Protocol):
    """Whoever knows who asks."""

    async def of(self, request: Request) -> Viewer: ...

    def forget(self) -> None:
        """Lets go of what is remembered of grants, since one has changed."""
        ...
