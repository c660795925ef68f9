"""As which media type an answer is wanted."""

from functools import lru_cache

from mimeparse import MimeTypeParseException, quality
from starlette.requests import Request

from api.edge.unserved import Unserved

JSON = "application/json"
RESPONSE = "application/graphql-response+json"
"""With it the status tells of the outcome; with JSON, which older clients want, it is 200 for all that was read."""


def wanted(request: Request) -> str:
    """The one that the `Accept` header prefers; JSON if it does not care.

    Raises:
        Unserved: it accepts neither (406).
    """
    accepted = ",".join(request.headers.getlist("accept")).lower()
    media = preferred(accepted)
    if media is None:
        raise Unserved(406, "BAD_REQUEST", f"Answers are {RESPONSE} or {JSON}: accept one of them.")
    return media


@lru_cache(maxsize=256)
def preferred(accepted: str) -> str | None:
    """The better one by q-value, None if neither will do. Of equals it is the one that only GraphQL's clients name."""
    if not accepted.strip():
        return JSON
    try:
        as_json, as_response = quality(JSON, accepted), quality(RESPONSE, accepted)
    except MimeTypeParseException:
        return None
    if as_response > as_json or (as_response and as_response == as_json and RESPONSE in accepted):
        return RESPONSE
    return JSON if as_json else None
