"""Viewers by their access tokens: the workspace and the scopes are the token's."""

from starlette.requests import Request

from api.identity.challenges import unknown_workspace
from api.identity.spaces import Spaces
from api.identity.tokens import Tokens
from graph.records.states import SpaceRole
from resolvers.scopes import Scope
from resolvers.viewer import Viewer


class Bearers:
    """Until spaces can be granted singly, a token reads all spaces of its workspace."""

    def __init__(self, tokens: Tokens, spaces: Spaces) -> None:
        self._tokens, self._spaces = tokens, spaces

    async def of(self, request: Request) -> Viewer:
        """Raises Challenge where the request proves nobody, or a workspace that is not here."""
        identity = await self._tokens.identity(request)
        spaces = await self._spaces.of(identity.workspace)
        if spaces is None:
            raise unknown_workspace(identity.workspace)
        scopes = frozenset(scope for scope in Scope if scope.value in identity.scopes)
        roles = dict.fromkeys(spaces, SpaceRole.READER)
        return Viewer(identity.workspace, identity.subject, identity.client, scopes, roles, identity.source)
