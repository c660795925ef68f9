"""What there is to say of a reason for an error or a refusal, and where it is told of."""

from dataclasses import dataclass

PAGE = "/docs/errors"
"""Where the server itself tells of them."""


@dataclass(frozen=True)
class Asked:
    """A document to which the reason is the answer, by whoever has a token with work:read and access:manage alone."""

    document: str


@dataclass(frozen=True)
class Code:
    """One reason. `example` is something that meets it: a document, or, where none can alone, words."""

    name: str
    meaning: str
    way_out: str
    example: Asked | str

    @property
    def docs(self) -> str:
        """Where it is told of."""
        return f"{PAGE}#{self.name}"


def docs_of(code: str) -> str:
    """Where the server tells of a code."""
    return f"{PAGE}#{code}"
