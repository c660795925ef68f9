"""What this service is to OAuth: its metadata (RFC 9728), and the challenges that lead there."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from api.identity.challenges import Challenge
from resolvers.reasons import docs_of

WELL_KNOWN = "/.well-known/oauth-protected-resource"
ENDPOINT = "/graphql"

RETRY_AFTER = "5"
"""Seconds after which what is unavailable may be there again."""


class Resource:
    """A protected resource. Its identifier is the audience where that is an address, else where it was asked.

    `scopes` are all that its tokens can have.
    """

    def __init__(self, audience: str, issuers: Sequence[str], scopes: Sequence[str]) -> None:
        self._audience, self._issuers, self._scopes = audience, issuers, scopes

    def routes(self) -> list[Route]:
        """The metadata, at the root and under the path of the endpoint."""
        paths = dict.fromkeys(["", ENDPOINT, self._path()])
        return [Route(WELL_KNOWN + path, self.metadata) for path in paths]

    def metadata(self, request: Request) -> Response:
        return JSONResponse(
            {
                "resource": self._audience if self._is_named_by_audience() else self._origin(request) + ENDPOINT,
                "resource_name": "Goldenthread",
                "authorization_servers": [*self._issuers],
                "scopes_supported": [*self._scopes],
                "bearer_methods_supported": ["header"],
            }
        )

    def answer(self, request: Request, challenge: Exception) -> Response:
        """What a challenge answers; for Starlette's `exception_handlers`."""
        assert isinstance(challenge, Challenge)
        error = {"message": challenge.message, "extensions": {"code": challenge.code, "docs": docs_of(challenge.code)}}
        headers = {"Cache-Control": "no-store"}
        if challenge.parameters is not None:
            headers["WWW-Authenticate"] = self._bearer(request, challenge.parameters)
        if challenge.status == HTTPStatus.SERVICE_UNAVAILABLE:
            headers["Retry-After"] = RETRY_AFTER
        return JSONResponse({"errors": [error]}, challenge.status, headers)

    def _bearer(self, request: Request, parameters: Mapping[str, str]) -> str:
        all_ = {"resource_metadata": self._origin(request) + WELL_KNOWN + self._path(), **parameters}
        return "Bearer " + ", ".join(f'{name}="{value}"' for name, value in all_.items())

    def _is_named_by_audience(self) -> bool:
        return self._audience.startswith(("https://", "http://"))

    def _path(self) -> str:
        return urlsplit(self._audience).path.rstrip("/") if self._is_named_by_audience() else ENDPOINT

    def _origin(self, request: Request) -> str:
        parts = urlsplit(self._audience) if self._is_named_by_audience() else request.base_url.components
        return f"{parts.scheme}://{parts.netloc}"
