"""The page of all codes: what each means, the way out, an example."""

from collections.abc import Sequence

from resolvers.codes import OF_A_CHANGE, OF_AN_IMPORT, OF_AN_ITEM
from resolvers.reasons import Asked, Code
from resolvers.request_codes import OF_A_REQUEST

INTRODUCTION = """\
# Errors and refusals

Each error of an answer has a code in `extensions.code`, and each refusal of a change in `code`; both lead here by
`docs`. The message beside it speaks of the very case. Programs should turn on the code, never on the message.
"""

SECTIONS: Sequence[tuple[str, Sequence[Code]]] = (
    ("Errors of a request", OF_A_REQUEST),
    ("Refusals of a change", OF_A_CHANGE),
    ("Refusals of one item among many", OF_AN_ITEM),
    ("Refusals of imports", OF_AN_IMPORT),
)


def text() -> str:
    """The page, in Markdown."""
    return "\n".join([INTRODUCTION, *(section(title, codes) for title, codes in SECTIONS)])


def section(title: str, codes: Sequence[Code]) -> str:
    return "\n".join([f"## {title}\n", *(told(code) for code in codes)])


def told(code: Code) -> str:
    return f"### {code.name}\n\n{code.meaning}\n\nWay out: {code.way_out}\n\n{example(code.example)}"


def example(met: Asked | str) -> str:
    return f"Example:\n\n```graphql\n{met.document}\n```\n" if isinstance(met, Asked) else f"Example: {met}.\n"
