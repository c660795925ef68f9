"""Viewers by their access tokens: workspace, scopes and groups are the token's, the roles were granted here."""

from starlette.requests import Request

from api.identity.challenges import unknown_workspace
from api.identity.grants import Grants, principals_of
from api.identity.tokens import Tokens
from resolvers.scopes import Scope
from resolvers.viewer import Viewer


class Bearers:
    """What a token may be used for, and what its bearer was granted: a viewer may do what both allow."""

    def __init__(self, tokens: Tokens, grants: Grants) -> None:
        self._tokens, self._grants = tokens, grants

    async def of(self, request: Request) -> Viewer:
        """Raises Challenge where the request proves nobody, or a workspace that is not here."""
        identity = await self._tokens.identity(request)
        principals = principals_of(identity)
        granted = await self._grants.of(identity.workspace, principals)
        if granted is None:
            raise unknown_workspace(identity.workspace)
        return Viewer(
            workspace=identity.workspace,
            subject=granted.known.get(principals[0]),
            client=identity.client,
            scopes=frozenset(scope for scope in Scope if scope.value in identity.scopes),
            roles=granted.roles,
            source=identity.source,
            principals=principals,
            person=granted.person,
        )

    def forget(self) -> None:
        self._grants.forget()
