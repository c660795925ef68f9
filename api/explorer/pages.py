"""What the explorer is served from: its page at `/`, the files that the build made for it, their licences."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from api.explorer.headers import ASK_EACH_TIME, FOR_EVER, SECURITY
from api.identity.session_answer import SESSION, nobody

ASSETS = Path(__file__).parent / "assets"
FILES = ASSETS / "files"

# Said here, because what Python knows of types differs from machine to machine.
MEDIA_TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".css": "text/css",
        ".js": "text/javascript",
        ".svg": "image/svg+xml",
        ".ttf": "font/ttf",
    }
)


def routes() -> list[BaseRoute]:
    """List all that the explorer serves, to be mounted at the root of the application."""
    beside_the_page = [Route("/licences.txt", licences), Route("/files/{name}", built_file)]
    return [
        Route("/", page),
        Route(SESSION, nobody),  # where the way in has an answer of its own, that one goes before
        Mount("/explorer", routes=beside_the_page, middleware=[Middleware(GZipMiddleware)]),
    ]


def page(_: Request) -> Response:
    """Answer the page itself. It names the built files by their hashes, so it is asked for each time."""
    return FileResponse(ASSETS / "index.html", media_type="text/html", headers={**SECURITY, **ASK_EACH_TIME})


def licences(_: Request) -> Response:
    """Answer the notices of all that is bundled."""
    return FileResponse(ASSETS / "licences.txt", media_type="text/plain", headers={**SECURITY, **ASK_EACH_TIME})


def built_file(request: Request) -> Response:
    """Answer one file of the build, by its hashed name."""
    path = FILES / request.path_params["name"]
    if path.parent != FILES or not path.is_file():
        raise HTTPException(404, "The explorer has no such file. Reload the page at / to get the present ones.")
    return FileResponse(path, media_type=MEDIA_TYPES[path.suffix], headers={**SECURITY, **FOR_EVER})
