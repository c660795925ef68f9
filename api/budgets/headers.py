"""How an answer tells by HTTP what is left: in the headers that clients know from elsewhere."""

from starlette.responses import Response

from resolvers.pricing.budget import Spent

TOO_MANY_REQUESTS = 429


def tell(spent: Spent, answer: Response) -> None:
    """`X-RateLimit-Reset` is in seconds since 1970, `Retry-After` in seconds from now."""
    answer.headers["X-RateLimit-Limit"] = str(spent.limit)
    answer.headers["X-RateLimit-Remaining"] = str(spent.remaining)
    answer.headers["X-RateLimit-Reset"] = str(spent.full_at)
    if not spent.granted:
        answer.headers["Retry-After"] = str(spent.enough_in)
        answer.status_code = TOO_MANY_REQUESTS
