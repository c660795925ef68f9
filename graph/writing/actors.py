"""Who makes a change."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Actor:
    """The program that asks, and the person on whose behalf; None where it asks for itself.

    `proven` is who a token proves the caller to be: the same before and after anything is kept of the caller.
    """

    client: str
    subject: str | None = None
    proven: str | None = None
