"""Which access token a request carries: in its header (RFC 6750), or behind a cookie of our own."""

from starlette.requests import Request

from api.identity.challenges import invalid_request, no_token
from api.identity.origin import is_from_our_page
from api.identity.sessions import Sessions


async def presented_token(request: Request, sessions: Sessions) -> str:
    """The token. A header goes before a cookie; a cookie counts only from a page of our own.

    Raises:
        Challenge: there is none, or it comes in a way in which none may come.
    """
    if "access_token" in request.query_params:
        raise invalid_request("Send the access token in the Authorization header, never in the address: logs keep it.")
    headers = request.headers.getlist("authorization")
    if len(headers) > 1:
        raise invalid_request("Send one Authorization header: of two nobody knows which one counts.")
    if headers:
        return _bearer(headers[0])
    token = await sessions.token(request) if is_from_our_page(request) else None
    if token is None:
        raise no_token()
    return token


def _bearer(header: str) -> str:
    scheme, _, token = header.strip().partition(" ")
    if scheme.lower() != "bearer":
        raise no_token()  # RFC 6750, section 3.1: to another scheme the answer is which one is meant
    return token.strip()
