"""The cookies of a sign-in: what they are called, and what keeps them to this service and this browser.

By https their names begin with `__Host-`: no other host, and nobody on the way, can set such a cookie. By http, which
is for this machine alone, they are named for the port, since cookies of one host go to all its ports.
"""

from dataclasses import dataclass
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from api.addresses import host_of, is_loopback


@dataclass(frozen=True)
class Cookie:
    """One that no script can read. `same_site` says whether it comes along when another site leads here."""

    name: str
    same_site: Literal["strict", "lax"]

    def read(self, request: Request) -> str:
        """Its value; nothing where the browser sends none."""
        return request.cookies.get(self._full_name(request), "")

    def set(self, request: Request, answer: Response, value: str, seconds: int | None = None) -> None:
        """Have the browser keep it, for `seconds` or until it is closed."""
        answer.set_cookie(
            self._full_name(request),
            value,
            max_age=seconds,
            secure=is_by_https(request),
            httponly=True,
            samesite=self.same_site,
        )

    def forget(self, request: Request, answer: Response) -> None:
        self.set(request, answer, "", seconds=0)

    def _full_name(self, request: Request) -> str:
        if is_by_https(request):
            return f"__Host-{self.name}"
        _host, port = request.scope["server"]
        return f"{self.name}-{port}"


SESSION = Cookie("goldenthread-session", "strict")
"""The session. Only our own pages ask with it, so it never needs to come along from elsewhere."""

BROWSER = Cookie("goldenthread-browser", "lax")
"""What says, when the issuer leads back, that this browser began the sign-in. Several under way share it."""


def is_by_https(request: Request) -> bool:
    """Whether the browser came by https, as it must to any machine but its own; a proxy may have unpacked it."""
    return request.scope["scheme"] == "https" or not is_loopback(host_of(request.headers.get("host", "")))


def origin_of(request: Request) -> str | None:
    """This service as the browser knows it; None where it was asked by no name that could be one."""
    authority = request.headers.get("host", "")
    return f"{'https' if is_by_https(request) else 'http'}://{authority}" if host_of(authority) else None
