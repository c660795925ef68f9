"""The page of a sign-in that came to nothing: what happened, what to do next, and the way back."""

from collections.abc import Mapping
from html import escape
from types import MappingProxyType

from starlette.responses import HTMLResponse

from api.sign_in.failures import Failed

NEVER_KEPT: Mapping[str, str] = MappingProxyType({"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        **NEVER_KEPT,
        "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
    }
)

PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Not signed in</title>
<h1>Not signed in</h1>
<p>{reason}</p>
<p><a href="/sign-in">Sign in again</a> <a href="/">Back to the explorer</a></p>
</html>
"""


def page_of(failed: Failed) -> HTMLResponse:
    return HTMLResponse(PAGE.format(reason=escape(failed.reason)), failed.status, HEADERS)
