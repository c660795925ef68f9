"""Pages of documentation that the server itself serves: plain ones, which need no script."""

from itertools import pairwise
from pathlib import Path
from string import Template

from markdown_it import MarkdownIt
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api.docs import errors
from api.explorer.headers import ASK_EACH_TIME, SECURITY
from resolvers.reasons import PAGE

FRAME = Template((Path(__file__).parent / "page.html").read_text(encoding="utf-8"))


def routes() -> list[Route]:
    """The page to which the code of an error leads."""
    page = written(errors.text())

    def told(_: Request) -> Response:
        return HTMLResponse(page, headers={**SECURITY, **ASK_EACH_TIME})

    return [Route(PAGE, told)]


def written(text: str) -> str:
    """A text in Markdown as a page. Each heading can be led to by its own words."""
    markdown = MarkdownIt("commonmark", {"html": False})
    tokens = markdown.parse(text)
    headings = [(token, inner.content) for token, inner in pairwise(tokens) if token.type == "heading_open"]
    for heading, words in headings:
        heading.attrSet("id", words.replace(" ", "-"))
    return FRAME.substitute(title=headings[0][1], body=markdown.renderer.render(tokens, markdown.options, {}))
