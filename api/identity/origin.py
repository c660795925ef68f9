"""Whether a request that a browser adds a cookie to comes from a page of our own: what keeps other sites out."""

from starlette.requests import Request


def is_from_our_page(request: Request) -> bool:
    """Whether it is a POST of JSON that a page of this very host and port sent.

    Browsers name a request's origin in each POST, and no page can choose it. A form cannot send JSON.
    """
    headers = request.headers
    media_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    our_origins = [[f"{scheme}://{headers.get('host', '')}"] for scheme in ("http", "https")]
    return (
        request.method == "POST"
        and media_type == "application/json"
        and headers.getlist("origin") in our_origins
        and headers.get("sec-fetch-site", "same-origin") == "same-origin"
    )
