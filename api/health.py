"""Whether the process lives, and whether it can answer."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route


def routes() -> list[Route]:
    """`/livez` answers as long as the process does; `/readyz` only while its database answers too."""
    return [Route("/livez", live), Route("/readyz", ready)]


async def live(request: Request) -> PlainTextResponse:
    return PlainTextResponse("live\n")


async def ready(request: Request) -> PlainTextResponse:
    if await request.state.database.reachable():
        return PlainTextResponse("ready\n")
    return PlainTextResponse("The database does not answer.\n", status_code=503)
