"""Only this machine: what keeps the personas from every other one."""

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from api.addresses import host_of, is_loopback

REFUSED = "Development personas answer on this machine alone, at 127.0.0.1 or localhost, and to no proxy.\n"


class OnlyHere:
    """Lets through what this machine asks of itself by its own name.

    By another name a page from elsewhere could ask (DNS rebinding), and behind a proxy anyone.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app if _is_from_here(scope) else PlainTextResponse(REFUSED, 403)
        await app(scope, receive, send)


def _is_from_here(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    peer, _port = scope.get("client") or (None, None)
    is_forwarded = any(name == "forwarded" or name.startswith("x-forwarded-") for name in headers)
    return is_loopback(peer) and is_loopback(host_of(headers.get("host", ""))) and not is_forwarded
